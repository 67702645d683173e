/** {@code /api/v1/flows}: what each flow's pull is doing, pausing and resuming, backfills, reconciliations. Part of the admin station. */
@NullMarked
package io.linkspan.admin.flows;

import org.jspecify.annotations.NullMarked;
