/**
 * Misbehaviour on demand: which calls go wrong, how and how often, by seeded chance, by number or by time. The same
 * rules serve the ERP and the CRM. Knows only the sandbox's own web server.
 */
@NullMarked
package io.linkspan.sandbox.fault;

import org.jspecify.annotations.NullMarked;
