/**
 * Records that need a person: kept with everything needed to decide, grouped by what is wrong, edited, discarded and sent
 * again. Owns the dead queue's consumer and the durable replay job. Knows {@code ledger}, {@code broker}, {@code flow} and
 * {@code mapping}.
 */
@NullMarked
package io.linkspan.deadletter;

import org.jspecify.annotations.NullMarked;
