/**
 * The mapping engine: a flow file's fields become a checked spec, the spec a compiled plan, and the plan turns one source
 * record into one target record in a single pass, with every error and warning of the record at once. Pure Java: no
 * Spring, no I/O. Knows {@code record} and {@code yaml}.
 */
@NullMarked
package io.linkspan.mapping;

import org.jspecify.annotations.NullMarked;
