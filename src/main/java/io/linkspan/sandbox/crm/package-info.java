/**
 * A small modern CRM over REST: upsert, batch with an answer for each item, idempotency keys, rate limit, strict rules.
 * It counts what it was sent and remembers which content each record was given, in order, so that a later comparison
 * can tell what was lost, doubled or overtaken. Knows the sandbox's web server and its faults.
 */
@NullMarked
package io.linkspan.sandbox.crm;

import org.jspecify.annotations.NullMarked;
