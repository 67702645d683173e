/**
 * Real servers for tests: RabbitMQ and PostgreSQL, in containers where Docker is, else as private processes. Nothing here
 * ever skips a test: a server that cannot be had fails it and says what to install.
 */
@NullMarked
package io.linkspan.testing;

import org.jspecify.annotations.NullMarked;
