package io.linkspan.broker;

import com.rabbitmq.client.AMQP;
import io.linkspan.record.Attempts;
import io.linkspan.record.CorrelationId;
import io.linkspan.record.Envelope;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import io.linkspan.record.TraceParent;
import io.linkspan.record.Version;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be saved of a message nobody can read: nothing is thrown away because it is not understood. */
final class Salvage {
    private Salvage() {}

    /** An envelope of whatever is readable; the same message always gives the same key and correlation id. */
    static Envelope of(AMQP.BasicProperties properties, byte[] body, String flow) {
        Map<String, Object> headers = properties.getHeaders();
        String stamp = UUID.nameUUIDFromBytes(body).toString();
        String stated = Header.text(headers, Header.VERSION);
        return new Envelope(
                flow,
                key(Header.text(headers, Header.KEY), stamp),
                new Version(stated == null ? "" : stated, Header.number(headers, Header.SEQUENCE, 0)),
                correlation(properties.getCorrelationId(), stamp),
                TraceParent.parse(Header.text(headers, TraceParent.HEADER)).orElseGet(TraceParent::start),
                new Payload(format(body), body),
                Attempts.NONE,
                Header.text(headers, Header.REPLAY));
    }

    private static RecordKey key(@Nullable String stated, String stamp) {
        if (stated == null || stated.isBlank() || stated.length() > RecordKey.LONGEST) {
            return new RecordKey("unreadable-" + stamp);
        }
        return new RecordKey(stated);
    }

    private static CorrelationId correlation(@Nullable String stated, String stamp) {
        try {
            return new CorrelationId(stated == null ? stamp : stated);
        } catch (IllegalArgumentException malformed) {
            return new CorrelationId(stamp);
        }
    }

    private static Payload.Format format(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, 100), StandardCharsets.UTF_8).strip();
        return start.startsWith("<") ? Payload.Format.XML : Payload.Format.JSON;
    }
}
