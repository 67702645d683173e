/**
 * What the configuration says of each system, read and checked as a whole: every mistake is told at once, by property and
 * with the mend. Owns the settings' types; secrets never show in their texts. Knows nobody.
 */
@NullMarked
package io.linkspan.system.settings;

import org.jspecify.annotations.NullMarked;
