/**
 * Cuts a document into records as it streams by: XML (in a SOAP envelope or bare) and JSON, by one set of paths. Owns what
 * a record cut out of its document looks like, and the limits of what is read. Knows {@code record}.
 */
@NullMarked
package io.linkspan.system.answer;

import org.jspecify.annotations.NullMarked;
