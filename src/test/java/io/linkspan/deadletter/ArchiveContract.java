package io.linkspan.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.broker.DeadEnvelope;
import io.linkspan.record.Attempt;
import io.linkspan.record.CorrelationId;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is kept of the dead: the same on every database. */
abstract class ArchiveContract extends DeadFixture {
    ArchiveContract(DataSource source) {
        super(source, new PayloadKeys(List.of()));
    }

    @Test
    void keepsEverythingAPersonNeedsToDecide() {
        Attempt attempt = new Attempt(clock.instant(), "http-422", "the CRM said: name is too long");
        Outcome.FieldError error = new Outcome.FieldError("name", "too_long", "Name", "at most 120 characters");
        Envelope envelope = envelope("C-1", 1, "Müller & Söhne 😀");

        die(envelope, new Outcome.Dead(Outcome.Reason.REFUSED, "422 name is too long", List.of(error), attempt));

        DeadLetter letter = only();
        assertThat(letter.key()).isEqualTo(new RecordKey("C-1"));
        assertThat(letter.version()).isEqualTo(envelope.version());
        assertThat(letter.correlationId()).isEqualTo(new CorrelationId("journey-C-1"));
        assertThat(letter.trace()).isEqualTo(envelope.trace());
        assertThat(letter.reason()).isEqualTo(Outcome.Reason.REFUSED);
        assertThat(letter.detail()).isEqualTo("422 name is too long");
        assertThat(letter.errors()).containsExactly(error);
        assertThat(letter.attempts().last()).containsExactly(attempt);
        assertThat(letter.mappingHash()).isEqualTo("m-17");
        assertThat(letter.diedAt()).isEqualTo(clock.instant());
        assertThat(letter.status()).isEqualTo(LetterStatus.OPEN);
        assertThat(letters.payloads(letter.id()).original()).isEqualTo(envelope.payload());
    }

    @Test
    void keepsTheSameDeliveryOnce() {
        DeadEnvelope dead = dead(envelope("C-1", 1, "A"), refused("no"));

        archive.archive(List.of(dead, dead));
        archive.archive(List.of(dead));

        assertThat(only().occurrences()).isOne();
    }

    @Test
    void countsUpTheLetterThereIsWhenTheSameStateIsReadAgain() {
        die(envelope("C-1", 1, "A"), refused("no"));
        Envelope first = envelope("C-1", 1, "A");
        Envelope again = new Envelope(
                flow,
                first.key(),
                new io.linkspan.record.Version(first.version().stated(), 77),
                CorrelationId.mint(),
                first.trace(),
                first.payload(),
                first.attempts(),
                null);
        clock.move(Duration.ofMinutes(1));

        die(again, refused("still no"));

        assertThat(only().occurrences()).isEqualTo(2);
        assertThat(only().detail()).isEqualTo("still no");
        assertThat(only().diedAt()).isEqualTo(clock.instant());
    }

    @Test
    void keepsEachStateOfARecordApart() {
        die(envelope("C-1", 1, "A"), refused("no"));
        die(envelope("C-1", 2, "B"), refused("no"));

        assertThat(all()).hasSize(2);
    }

    @Test
    void keepsWhatNoDatabaseTakes() {
        die(envelope("C-1", 1, "A"), refused("bad byte \0 in the answer " + "x".repeat(9000)));

        assertThat(only().detail()).startsWith("bad byte \uFFFD in the answer").hasSize(4000);
    }

    @Test
    void keepsARecordThatIsNoDocumentAtAll() {
        Envelope envelope = envelope("C-1", 1, "A");
        Payload broken = new Payload(Payload.Format.JSON, new byte[] {0, -1, '{'});
        die(
                new Envelope(
                        flow,
                        envelope.key(),
                        envelope.version(),
                        envelope.correlationId(),
                        envelope.trace(),
                        broken,
                        envelope.attempts(),
                        null),
                new Outcome.Dead(Outcome.Reason.UNREADABLE, "no JSON"));

        assertThat(letters.payloads(only().id()).current()).isEqualTo(broken);
        assertThat(letters.difference(only().id())).isEmpty();
    }

    @Test
    void leavesADiscardedLetterDiscardedWhenTheSameStateIsReadAgain() {
        die(envelope("C-1", 1, "A"), refused("no"));
        letters.discard(query(null), "test data");
        clock.move(Duration.ofMinutes(1));

        die(envelope("C-1", 1, "A").after(new Attempt(clock.instant(), "http-422", "")), refused("no"));

        assertThat(only().status()).isEqualTo(LetterStatus.DISCARDED);
        assertThat(only().occurrences()).isEqualTo(2);
    }
}
