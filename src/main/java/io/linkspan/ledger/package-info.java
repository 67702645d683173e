/**
 * What the target holds of each record, the deliveries not yet settled, cross references, checkpoints and leases. JDBC on
 * H2 or PostgreSQL with the same SQL. Owns the database connection and its migrations; knows {@code record} only.
 */
@NullMarked
package io.linkspan.ledger;

import org.jspecify.annotations.NullMarked;
