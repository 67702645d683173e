package io.linkspan.broker;

import static io.linkspan.broker.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import io.linkspan.record.Attempt;
import io.linkspan.record.Attempts;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Outcome.FieldError;
import io.linkspan.record.Outcome.Reason;
import io.linkspan.record.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeCodecTest {
    private static final Envelope RECORD = record("customers", "4711", 7);

    @Test
    void anEnvelopeComesBackAsItWas() {
        Envelope json = record("customers", "Ä/1", 8, Payload.json("{\"a\":1}"))
                .after(new Attempt(Instant.parse("2026-01-02T03:04:05.678Z"), "http-503", "später"))
                .replayedBy("r-1")
                .after(new Attempt(Instant.EPOCH, "timeout", ""));
        assertThat(read(json, EnvelopeCodec.headers(json, 3))).isEqualTo(json);
    }

    @Test
    void everythingAToolShowsOfAMessageTellsTheRecord() {
        Map<String, Object> headers = EnvelopeCodec.headers(RECORD, 3);
        AMQP.BasicProperties properties = EnvelopeCodec.properties(RECORD, headers);
        assertThat(properties.getCorrelationId()).isEqualTo("c-7");
        assertThat(properties.getContentType()).isEqualTo("application/xml");
        assertThat(properties.getDeliveryMode()).isEqualTo(2);
        assertThat(headers)
                .containsEntry("linkspan-flow", "customers")
                .containsEntry("linkspan-key", "4711")
                .containsEntry("linkspan-sequence", 7L)
                .containsEntry("linkspan-partition", 3)
                .containsEntry("traceparent", RECORD.trace().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"linkspan-flow", "linkspan-key", "linkspan-sequence"})
    void aMessageWithoutOneOfItsHeadersIsNoneOfOurs(String header) {
        Map<String, Object> headers = new HashMap<>(EnvelopeCodec.headers(RECORD, 0));
        headers.remove(header);
        assertThatThrownBy(() -> read(RECORD, headers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the header " + header + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"count\":\"x\"}", "{\"count\":1,\"last\":[{}]}", "[]"})
    void attemptsThatCannotBeReadAreSaidSo(String attempts) {
        Map<String, Object> headers = new HashMap<>(EnvelopeCodec.headers(RECORD, 0));
        headers.put("linkspan-attempts", attempts);
        assertThatThrownBy(() -> read(RECORD, headers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("linkspan-attempts");
    }

    @Test
    void headersFitAFrameHoweverMuchWentWrong() {
        String wordy = "ü".repeat(5000);
        Attempts attempts = Attempts.NONE;
        for (int i = 0; i < 40; i++) {
            attempts = attempts.and(new Attempt(Instant.EPOCH, wordy, wordy));
        }
        List<FieldError> errors = Collections.nCopies(900, new FieldError(wordy, wordy, wordy, wordy));
        DeadNote note = DeadNote.of(new Outcome.Dead(Reason.MAPPING, wordy, errors, null), Instant.EPOCH, "hash");

        String listed = HeaderJson.of(attempts);
        String dead = HeaderJson.of(note);

        assertThat(listed.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(Header.LONGEST_JSON);
        assertThat(HeaderJson.attempts(listed).count()).isEqualTo(40);
        assertThat(HeaderJson.attempts(listed).last()).isNotEmpty();
        assertThat(dead.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(Header.LONGEST_JSON);
        assertThat(HeaderJson.dead(dead).errors()).isNotEmpty();
        assertThat(HeaderJson.dead(dead).detail())
                .endsWith("(" + (900 - HeaderJson.dead(dead).errors().size()) + " more field errors)");
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "5000, 5", "5001, 30", "31000, 120", "3600000, 120", "999999999, 120"})
    void theRungIsTheShortestThatIsLongEnough(long waitMillis, long seconds) {
        RetryLadder ladder =
                new RetryLadder(List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2)));
        assertThat(ladder.fitting(Duration.ofMillis(waitMillis))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aDeadLetterHasOneNameHoweverOftenItComes() {
        Outcome.Dead why = new Outcome.Dead(Reason.REFUSED, "no");
        DeadEnvelope once = new DeadEnvelope(RECORD, why, Instant.EPOCH, "");
        DeadEnvelope again = new DeadEnvelope(RECORD, why, Instant.now(), "other");
        DeadEnvelope replayed = new DeadEnvelope(RECORD.replayedBy("r"), why, Instant.EPOCH, "");
        assertThat(again.id()).isEqualTo(once.id());
        assertThat(replayed.id()).isNotEqualTo(once.id());
    }

    private static Envelope read(Envelope envelope, Map<String, Object> headers) {
        return EnvelopeCodec.read(
                EnvelopeCodec.properties(envelope, headers), envelope.payload().bytes());
    }
}
