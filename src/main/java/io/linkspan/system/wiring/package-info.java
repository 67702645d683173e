/**
 * Puts each configured system together: settings, client, credentials, gate, source or target. Knows all of {@code system};
 * nobody but the composition root knows it.
 */
@NullMarked
package io.linkspan.system.wiring;

import org.jspecify.annotations.NullMarked;
