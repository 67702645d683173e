/**
 * The way back: what a flow made of a record, made into a mapping that writes the source's record again, as far as that
 * can be done. Part of the command line.
 */
@NullMarked
package io.linkspan.cli.back;

import org.jspecify.annotations.NullMarked;
