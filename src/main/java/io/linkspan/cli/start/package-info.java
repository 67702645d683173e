/**
 * The beginning of a flow file: what a WSDL, an XML Schema or a sample says of the source, and a schema of the target, made
 * into a file that lints and that a person goes on from. Part of the command line.
 */
@NullMarked
package io.linkspan.cli.start;

import org.jspecify.annotations.NullMarked;
