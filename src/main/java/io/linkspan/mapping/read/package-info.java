/**
 * Reading a record: the paths of a mapping grow into one tree of names ({@link io.linkspan.mapping.read.Shape}), the record
 * is read once, and what the tree asks for lands in frames; nothing else of the record is kept. Part of the mapping
 * station: calls {@code mapping.path} and {@code record}.
 */
@NullMarked
package io.linkspan.mapping.read;

import org.jspecify.annotations.NullMarked;
