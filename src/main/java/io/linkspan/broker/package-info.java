/**
 * The broker between reading and delivering: its topology, confirmed publishing, consuming in batches, the retry ladder
 * and the queue of the dead. Owns every word of AMQP; whoever calls it sees envelopes and outcomes. Two homes, RabbitMQ
 * and the broker inside the JVM, are one code path: what differs stands in {@code Dialect}. Knows {@code record}
 * and {@code ops}.
 */
@NullMarked
package io.linkspan.broker;

import org.jspecify.annotations.NullMarked;
