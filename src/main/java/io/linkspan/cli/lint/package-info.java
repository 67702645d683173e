/**
 * What lint says beyond what reading a flow file says already: source paths that no sample or schema knows, outputs that do
 * not fit the target's schema, rules that can never matter. Part of the command line.
 */
@NullMarked
package io.linkspan.cli.lint;

import org.jspecify.annotations.NullMarked;
