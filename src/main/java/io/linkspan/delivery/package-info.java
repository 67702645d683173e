/**
 * From the work queue to the target: take a batch, map it, drop what the ledger knows, claim the rest, push it, settle
 * each record by its outcome. Decides outcomes in one place; owns every retry. Knows {@code flow, mapping, system,
 * ledger, broker, ops}.
 */
@NullMarked
package io.linkspan.delivery;

import org.jspecify.annotations.NullMarked;
