/**
 * YAML as a person wrote it: nodes that know their file, line and column, and the problems found in them. Every file a
 * person edits is read through here, so that every mistake is told with its place and its mend. Knows nobody.
 */
@NullMarked
package io.linkspan.yaml;

import org.jspecify.annotations.NullMarked;
