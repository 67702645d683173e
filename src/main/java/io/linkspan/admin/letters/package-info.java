/** Dead letters and replays over REST. Part of the admin station; described in {@code openapi/linkspan-v1.yaml}. */
@NullMarked
package io.linkspan.admin.letters;

import org.jspecify.annotations.NullMarked;
