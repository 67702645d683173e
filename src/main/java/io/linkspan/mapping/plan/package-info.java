/**
 * The compiled mapping: a tree of small parts that read values from a record's frames, take them through their steps and
 * write them, and the compiler that builds it from YAML. Part of the mapping station: calls {@code mapping.path}, {@code
 * mapping.read}, {@code mapping.write}, {@code mapping.expression} and {@code mapping.function}.
 */
@NullMarked
package io.linkspan.mapping.plan;

import org.jspecify.annotations.NullMarked;
