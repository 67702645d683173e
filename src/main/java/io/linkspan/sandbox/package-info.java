/**
 * A small ERP and a small CRM that behave, misbehave and count, for demonstrations, tests and benchmarks: start them,
 * let Linkspan sync, then ask {@link io.linkspan.sandbox.SandboxComparison} what was lost, differs or was doubled. Knows
 * nobody, so that it can judge everybody: what the CRM must hold is written here by hand, without the mapping engine.
 */
@NullMarked
package io.linkspan.sandbox;

import org.jspecify.annotations.NullMarked;
