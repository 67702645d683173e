package io.linkspan.broker;

import io.linkspan.record.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Makes the messages of a record's way: to work, to wait, to the dead. */
final class Messages {
    private final Topology topology;
    private final RetryLadder ladder;
    private final InstantSource clock;

    Messages(Topology topology, RetryLadder ladder, InstantSource clock) {
        this.topology = topology;
        this.ladder = ladder;
        this.clock = clock;
    }

    Message toWork(Envelope envelope) {
        return toWork(envelope, 0);
    }

    /** To the partition the record's key belongs to; {@code moved} counts how often it changed its partition. */
    Message toWork(Envelope envelope, long moved) {
        int partition = partition(envelope);
        Map<String, Object> headers = EnvelopeCodec.headers(envelope, partition);
        if (moved > 0) {
            headers.put(Header.MOVED, moved);
        }
        return message(topology.names().workExchange(), envelope, partition, headers);
    }

    /** To the rung that fits; it comes back under the routing key of its partition. */
    Message toRetry(Envelope envelope, Duration after) {
        int partition = partition(envelope);
        Map<String, Object> headers = EnvelopeCodec.headers(envelope, partition);
        headers.put(Header.NOT_BEFORE, clock.instant().plus(after).toEpochMilli());
        return message(topology.names().retry(ladder.fitting(after)), envelope, partition, headers);
    }

    /** To the queue of the dead. */
    Message toDead(Envelope envelope, DeadNote note) {
        Map<String, Object> headers = EnvelopeCodec.headers(envelope, 0);
        headers.put(Header.DEAD, HeaderJson.of(note));
        return message(topology.names().dead(), envelope, 0, headers);
    }

    Instant now() {
        return clock.instant();
    }

    private int partition(Envelope envelope) {
        return envelope.key().partition(topology.partitions(envelope.flow()));
    }

    private Message message(String exchange, Envelope envelope, int partition, Map<String, Object> headers) {
        return new Message(
                exchange,
                topology.names().routingKey(envelope.flow(), partition),
                EnvelopeCodec.properties(envelope, headers),
                envelope.payload().bytes(),
                envelope.flow() + "/" + envelope.key());
    }
}
