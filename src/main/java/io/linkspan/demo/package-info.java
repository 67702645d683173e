/**
 * {@code ./linkspan demo}: the sandbox ERP, the sandbox CRM and the service between them in one process on loopback, with
 * progress a person can follow and a comparison at the end. Knows everybody; nobody knows it but the launcher.
 */
@NullMarked
package io.linkspan.demo;

import org.jspecify.annotations.NullMarked;
