/**
 * {@code ./linkspan bench}: how fast the mapping engine is beside hand-written code and beside what people use today, and how
 * fast the whole way of a record is beside the broker alone.
 * Built by the Maven profile {@code bench} only; no part of the program.
 */
@NullMarked
package io.linkspan.bench;

import org.jspecify.annotations.NullMarked;
