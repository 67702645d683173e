/**
 * The mapping document of a flow: one Markdown page that somebody who reads no YAML can check and sign off. Part of the
 * command line.
 */
@NullMarked
package io.linkspan.cli.docs;

import org.jspecify.annotations.NullMarked;
