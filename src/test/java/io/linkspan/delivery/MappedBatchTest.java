package io.linkspan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.ledger.Candidate;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Payload;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappedBatchTest {
    @Test
    void keepsOnlyTheNewestStateOfEachKeyWhateverTheOrder() {
        Envelope newer = Envelopes.of("C-1", "2026-03-01T12:00:00Z", 1);
        Envelope older = Envelopes.of("C-1", "2026-03-01T11:00:00Z", 2);
        Envelope other = Envelopes.of("C-2", "2026-03-01T10:00:00Z", 3);
        MappedBatch batch = new MappedBatch(List.of(newer, older, other));
        assertThat(batch.newest()).containsExactly(newer, other);
        batch.ends(newer.key(), new Outcome.Unchanged());
        batch.ends(other.key(), new Outcome.Delivered("7"));
        assertThat(batch.outcomes())
                .containsExactly(new Outcome.Unchanged(), new Outcome.Superseded(), new Outcome.Delivered("7"));
    }

    @Test
    void leavesTheTurnToAnOlderStateWhereTheNewerIsDead() {
        Envelope older = withText("C-1", 1, "<Customer>good</Customer>");
        Envelope newer = withText("C-1", 2, "<Customer>bad</Customer>");
        Envelope again = withText("C-1", 2, "<Customer>bad</Customer>");
        MappedBatch batch = new MappedBatch(List.of(older, newer, again));
        Outcome.Dead dead = new Outcome.Dead(Outcome.Reason.MAPPING, "no name");
        batch.ends(newer.key(), dead);
        assertThat(batch.outcomes())
                .satisfiesExactly(
                        outcome -> assertThat(outcome).isInstanceOf(Outcome.Held.class),
                        outcome -> assertThat(outcome).isEqualTo(new Outcome.Superseded()),
                        outcome -> assertThat(outcome).isEqualTo(dead));
    }

    private static Envelope withText(String key, int version, String text) {
        Envelope plain = Envelopes.of(key, "" + version, version);
        return new Envelope(
                plain.flow(),
                plain.key(),
                plain.version(),
                plain.correlationId(),
                plain.trace(),
                Payload.xml(text),
                plain.attempts(),
                null);
    }

    @Test
    void takesTheOneReadLastWhereTheSourceStatesNoOrder() {
        Envelope first = Envelopes.of("C-1", "", 1);
        Envelope second = Envelopes.of("C-1", "", 2);
        assertThat(new MappedBatch(List.of(first, second)).newest()).containsExactly(second);
    }

    @Test
    void offersTheLedgerOnlyWhatWasMapped() {
        Envelope good = Envelopes.of("C-1", "1", 1);
        Envelope bad = Envelopes.of("C-2", "1", 2);
        MappedBatch batch = new MappedBatch(List.of(good, bad));
        batch.mapsTo(good.key(), Payload.json("{\"a\":1}"));
        batch.ends(bad.key(), new Outcome.Dead(Outcome.Reason.MAPPING, "no name"));
        assertThat(batch.candidates("m1")).extracting(Candidate::key).containsExactly(good.key());
    }
}
