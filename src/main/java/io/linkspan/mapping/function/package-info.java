/**
 * What can be done to one value on its way: the functions a field of a mapping names, one group of them a file. Each
 * documents itself, its examples are executed as tests and printed in the function reference. Part of the mapping
 * station: calls nobody but {@code yaml} and {@code record}.
 */
@NullMarked
package io.linkspan.mapping.function;

import org.jspecify.annotations.NullMarked;
