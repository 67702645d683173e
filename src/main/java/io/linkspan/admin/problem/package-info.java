/** The one place where a fact that stops a call of the admin API becomes problem details. Part of the admin station. */
@NullMarked
package io.linkspan.admin.problem;

import org.jspecify.annotations.NullMarked;
