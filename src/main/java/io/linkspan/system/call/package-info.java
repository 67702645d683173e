/**
 * What every call to every system passes, whatever the protocol: the gate (breaker, rate limit, bulkhead, time-out), the
 * pooled HTTP client, the credentials, and the one place where errors become a {@link io.linkspan.system.Fault}. Knows
 * {@code system} and its {@code settings}.
 */
@NullMarked
package io.linkspan.system.call;

import org.jspecify.annotations.NullMarked;
