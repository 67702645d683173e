/**
 * The outside: one client per configured system, SOAP or REST, with its credentials, and the gate each call passes
 * (time-out, breaker, rate limit, bulkhead). Every error of the other side is classified here, once, into a {@link
 * io.linkspan.system.Fault}; nothing behind this package looks at status codes or exceptions. Knows {@code record}.
 */
@NullMarked
package io.linkspan.system;

import org.jspecify.annotations.NullMarked;
