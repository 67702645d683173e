package io.linkspan.broker;

import com.rabbitmq.client.AMQP;
import java.time.Instant;

/**
 * What was consumed and is not settled yet.
 *
 * @param tag the channel's name for this delivery
 * @param at when it arrived in this process
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Arrival(long tag, String routingKey, AMQP.BasicProperties properties, byte[] body, Instant at) {
    /** Wakes a reader that waits. */
    static final Arrival NOTHING = new Arrival(0, "", new AMQP.BasicProperties(), new byte[0], Instant.EPOCH);

    /** Brokers number their deliveries from 1. */
    boolean nothing() {
        return tag == 0;
    }
}
