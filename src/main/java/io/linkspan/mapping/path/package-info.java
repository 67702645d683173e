/**
 * Source paths: what a person writes ({@code Addresses/Address[@type='BILL']/City}) as a checked tree. Part of the
 * mapping station: calls nobody but {@code yaml}.
 */
@NullMarked
package io.linkspan.mapping.path;

import org.jspecify.annotations.NullMarked;
