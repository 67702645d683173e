/** How fast the whole way of a record is beside the broker alone, and whether it stays so. */
@NullMarked
package io.linkspan.bench.pipeline;

import org.jspecify.annotations.NullMarked;
