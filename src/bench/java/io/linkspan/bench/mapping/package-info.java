/** The mapping bench: one customer, many ways to map it, all with the same result. */
@NullMarked
package io.linkspan.bench.mapping;

import org.jspecify.annotations.NullMarked;
