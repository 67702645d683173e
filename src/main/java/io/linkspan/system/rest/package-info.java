/**
 * Pushes records to systems that speak JSON over HTTP, on Spring's RestClient: upsert, look-up then create or update, and
 * batches with an outcome for each record. Knows {@code system}, {@code call} and {@code settings}.
 */
@NullMarked
package io.linkspan.system.rest;

import org.jspecify.annotations.NullMarked;
