/**
 * A whole site on one machine: a RabbitMQ and a PostgreSQL of its own, a sandbox ERP, a target, and Linkspan as the process
 * it is in production; and what each of them uses of the machine.
 */
@NullMarked
package io.linkspan.bench.site;

import org.jspecify.annotations.NullMarked;
