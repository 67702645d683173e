/** How Linkspan does with a target that takes little, or takes its time: shown on the sandbox CRM, which counts. */
@NullMarked
package io.linkspan.bench.limits;

import org.jspecify.annotations.NullMarked;
