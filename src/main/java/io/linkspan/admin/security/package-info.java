/**
 * Who may call the admin API: keys with roles, and a line in the audit for each call that changes something. Part of the
 * admin station.
 */
@NullMarked
package io.linkspan.admin.security;

import org.jspecify.annotations.NullMarked;
