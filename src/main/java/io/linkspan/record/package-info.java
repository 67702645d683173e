/**
 * The words of a record's journey: what a record is called, which state of it is meant, what it carries and how a
 * delivery of it ended. Values only: no I/O, no framework. Knows nobody.
 */
@NullMarked
package io.linkspan.record;

import org.jspecify.annotations.NullMarked;
