package io.linkspan.broker;

import com.rabbitmq.client.AMQP;

/**
 * What is published.
 *
 * @param exchange where to
 * @param routingKey the partition it belongs to
 * @param properties everything but the message id, which the publishing channel gives
 * @param body the source record
 * @param name {@code flow/key}, for messages to people
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Message(String exchange, String routingKey, AMQP.BasicProperties properties, byte[] body, String name) {}
