/**
 * What every reader of XML from outside shares: parsers whose settings let a document neither fetch nor expand anything, and
 * the limits that have to be kept before or while the parser works, because it would take too long or too much memory to
 * look afterwards. Knows nobody.
 */
@NullMarked
package io.linkspan.xml;

import org.jspecify.annotations.NullMarked;
