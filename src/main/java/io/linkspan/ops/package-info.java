/**
 * What operators see: metrics, the fixed list of log keys, correlation, and one clear line when the start fails. Knows
 * {@code record}.
 */
@NullMarked
package io.linkspan.ops;

import org.jspecify.annotations.NullMarked;
