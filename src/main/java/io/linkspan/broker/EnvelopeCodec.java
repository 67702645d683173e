package io.linkspan.broker;

import com.rabbitmq.client.AMQP;
import io.linkspan.record.Attempts;
import io.linkspan.record.CorrelationId;
import io.linkspan.record.Envelope;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import io.linkspan.record.TraceParent;
import io.linkspan.record.Version;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Envelopes as AMQP messages and back. The body is the source record as it is; everything else stands in the properties
 * and headers, so that any tool that shows messages shows a record's story.
 */
final class EnvelopeCodec {
    /** Longer ones are cut: what a source calls a version is a date or a number. */
    private static final int LONGEST_VERSION = 500;

    private static final int PERSISTENT = 2;

    private EnvelopeCodec() {}

    static Map<String, Object> headers(Envelope envelope, int partition) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(Header.FLOW, envelope.flow());
        headers.put(Header.KEY, envelope.key().value());
        headers.put(Header.VERSION, HeaderJson.cut(envelope.version().stated(), LONGEST_VERSION));
        headers.put(Header.SEQUENCE, envelope.version().sequence());
        headers.put(Header.PARTITION, partition);
        headers.put(TraceParent.HEADER, envelope.trace().value());
        if (envelope.attempts().count() > 0) {
            headers.put(Header.ATTEMPTS, HeaderJson.of(envelope.attempts()));
        }
        String replay = envelope.replay();
        if (replay != null) {
            headers.put(Header.REPLAY, replay);
        }
        return headers;
    }

    static AMQP.BasicProperties properties(Envelope envelope, Map<String, Object> headers) {
        return new AMQP.BasicProperties.Builder()
                .contentType(envelope.payload().format().mediaType())
                .correlationId(envelope.correlationId().value())
                .deliveryMode(PERSISTENT)
                .appId("linkspan")
                .headers(headers)
                .build();
    }

    /** The envelope of a message; {@code IllegalArgumentException}, saying what is wrong, where it is none of ours. */
    static Envelope read(AMQP.BasicProperties properties, byte[] body) {
        Map<String, Object> headers = properties.getHeaders();
        String attempts = Header.text(headers, Header.ATTEMPTS);
        return new Envelope(
                demanded(headers, Header.FLOW),
                new RecordKey(demanded(headers, Header.KEY)),
                version(headers),
                correlation(properties),
                trace(headers),
                new Payload(format(properties), body),
                attempts == null ? Attempts.NONE : HeaderJson.attempts(attempts),
                Header.text(headers, Header.REPLAY));
    }

    private static Version version(@Nullable Map<String, Object> headers) {
        demanded(headers, Header.SEQUENCE);
        String stated = Header.text(headers, Header.VERSION);
        return new Version(stated == null ? "" : stated, Header.number(headers, Header.SEQUENCE, 0));
    }

    private static CorrelationId correlation(AMQP.BasicProperties properties) {
        String id = properties.getCorrelationId();
        if (id == null) {
            throw new IllegalArgumentException("the property correlation-id is missing");
        }
        return new CorrelationId(id);
    }

    private static TraceParent trace(@Nullable Map<String, Object> headers) {
        return TraceParent.parse(Header.text(headers, TraceParent.HEADER)).orElseGet(TraceParent::start);
    }

    private static Payload.Format format(AMQP.BasicProperties properties) {
        for (Payload.Format format : Payload.Format.values()) {
            if (format.mediaType().equals(properties.getContentType())) {
                return format;
            }
        }
        throw new IllegalArgumentException("the content type is '" + properties.getContentType() + "'");
    }

    private static String demanded(@Nullable Map<String, Object> headers, String name) {
        String value = Header.text(headers, name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the header " + name + " is missing");
        }
        return value;
    }
}
