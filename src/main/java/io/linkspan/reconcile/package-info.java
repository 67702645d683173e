/**
 * Compares what source, ledger and target hold, key by key, tells what is missing, different or gone, and sends it again on
 * request: through the work queues like any other record. The lists are compared in the database, so that their length costs
 * no memory. Knows {@code flow, mapping, system, ledger, broker, ops}.
 */
@NullMarked
package io.linkspan.reconcile;

import org.jspecify.annotations.NullMarked;
