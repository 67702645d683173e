/**
 * What source records look like, learned from an XML Schema, a WSDL or a sample: names, nesting, what repeats. Lint finds
 * unknown paths with it, {@code init} writes a first flow file. Reads local files only. Part of the command line.
 */
@NullMarked
package io.linkspan.cli.shape;

import org.jspecify.annotations.NullMarked;
