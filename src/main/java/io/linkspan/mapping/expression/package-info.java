/**
 * Expressions: CEL, parsed and type-checked by the CEL project's own compiler when the mapping is loaded, then compiled
 * further into small terms that calculate exactly (decimals are never binary) and treat a value that is not there as SQL
 * does: unknown. Part of the mapping station: calls {@code mapping.function} and {@code yaml}.
 */
@NullMarked
package io.linkspan.mapping.expression;

import org.jspecify.annotations.NullMarked;
