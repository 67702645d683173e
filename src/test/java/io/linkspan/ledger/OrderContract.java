package io.linkspan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.record.IdempotencyKey;
import io.linkspan.record.RecordKey;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is sent and what is not: the same on every database. */
abstract class OrderContract extends LedgerFixture {
    OrderContract(DataSource source) {
        super(source);
    }

    @Test
    void sendsARecordItHasNeverSeen() {
        Claim.Send first = send(ledger, state(1, A));

        assertThat(first.repeated()).isFalse();
        assertThat(first.targetId()).isNull();
        assertThat(first.idempotencyKey())
                .isEqualTo(IdempotencyKey.of(
                        flow, new RecordKey("C-1"), state(1, A).version(), A, 0));
    }

    @Test
    void sendsNothingTwiceWhatTheTargetHoldsAlready() {
        deliver(state(1, A), "77");

        assertThat(claim(ledger, state(1, A))).isInstanceOf(Claim.Unchanged.class);
        assertThat(claim(ledger, state(2, A))).isInstanceOf(Claim.Unchanged.class);
    }

    @Test
    void sendsTheNextChangeWithTheIdTheTargetGave() {
        deliver(state(1, A), "77");

        Claim.Send next = send(ledger, state(2, B));

        assertThat(next.targetId()).isEqualTo("77");
        assertThat(next.repeated()).isFalse();
    }

    @Test
    void dropsAStateOlderThanTheDeliveredOne() {
        deliver(state(2, B), null);

        assertThat(claim(ledger, state(1, A))).isInstanceOf(Claim.Superseded.class);
    }

    @Test
    void dropsALateStateFromBeforeAnUnchangedOne() {
        deliver(state(1, A), null);
        assertThat(claim(ledger, state(3, A))).isInstanceOf(Claim.Unchanged.class);

        assertThat(claim(ledger, state(2, B))).isInstanceOf(Claim.Superseded.class);
    }

    @Test
    void dropsAStateOlderThanTheOneBeingSent() {
        send(ledger, state(2, B));

        assertThat(claim(ledger, state(1, A))).isInstanceOf(Claim.Superseded.class);
    }

    @Test
    void lettingTheOrderOfReadingDecideWhereTheSourceStatesTheSame() {
        deliver(candidate("C-1", "5", 20, B), null);

        assertThat(claim(ledger, candidate("C-1", "5", 10, A))).isInstanceOf(Claim.Superseded.class);
        assertThat(claim(ledger, candidate("C-1", "5", 30, A))).isInstanceOf(Claim.Send.class);
    }

    @Test
    void givesEachChangeItsOwnKeyEvenWhenAValueFlipsBack() {
        Claim.Send first = send(ledger, state(1, A));
        ledger.settle(flow, List.of(first.delivered(null)));
        Claim.Send second = send(ledger, state(2, B));
        ledger.settle(flow, List.of(second.delivered(null)));
        Claim.Send third = send(ledger, state(3, A));

        assertThat(List.of(first.idempotencyKey(), second.idempotencyKey(), third.idempotencyKey()))
                .doesNotHaveDuplicates();
    }

    @Test
    void sendsTheSameStateAgainWhenAMendedMappingMakesAnotherOutputOfIt() {
        deliver(state(1, A), null);

        assertThat(claim(ledger, state(1, B))).isInstanceOf(Claim.Send.class);
    }

    @Test
    void givesAnOutputThatFlipsBackAnotherKeyEvenWhereTheStateIsTheSame() {
        Claim.Send first = send(ledger, state(1, A));
        ledger.settle(flow, List.of(first.delivered(null)));
        deliver(state(1, B), null);

        assertThat(send(ledger, state(1, A)).idempotencyKey()).isNotEqualTo(first.idempotencyKey());
    }

    @Test
    void letsTheOrderOfReadingDecideWhereOneOfTwoStatesHasNoVersion() {
        deliver(candidate("C-1", "2026-01-05T00:00:00Z", 10, A), null);

        assertThat(claim(ledger, candidate("C-1", "", 20, B))).isInstanceOf(Claim.Send.class);
        assertThat(claim(ledger, candidate("C-1", "", 5, B))).isInstanceOf(Claim.Superseded.class);
    }

    @Test
    void saysWhenAnOlderStateWasReadLater() {
        deliver(candidate("C-1", "2026-01-05T00:00:00Z", 10, A), null);

        assertThat(claim(ledger, candidate("C-1", "2026-01-04T00:00:00Z", 20, B)))
                .isEqualTo(new Claim.Superseded(new RecordKey("C-1"), true));
        assertThat(claim(ledger, candidate("C-1", "2026-01-04T00:00:00Z", 5, B)))
                .isEqualTo(new Claim.Superseded(new RecordKey("C-1"), false));
    }

    @Test
    void keepsFlowsApart() {
        deliver(state(1, A), "77");

        assertThat(ledger.claim(flow + "-orders", List.of(state(1, A))).getFirst())
                .isInstanceOf(Claim.Send.class);
        assertThat(ledger.targetId(flow + "-orders", new RecordKey("C-1"))).isEmpty();
    }

    @Test
    void answersABatchInItsOrder() {
        deliver(candidate("C-2", "1", 1, A), "2");
        deliver(candidate("C-3", "9", 1, A), "3");

        List<Claim> claims = ledger.claim(
                flow,
                List.of(
                        candidate("C-3", "1", 2, B),
                        candidate("C-1", "1", 3, A),
                        candidate("C-2", "2", 4, A),
                        candidate("Ü '\\ 😀", "1", 5, A)));

        assertThat(claims)
                .extracting(Claim::key)
                .extracting(RecordKey::value)
                .containsExactly("C-3", "C-1", "C-2", "Ü '\\ 😀");
        assertThat(claims)
                .extracting(claim -> claim.getClass().getSimpleName())
                .containsExactly("Superseded", "Send", "Unchanged", "Send");
    }

    @Test
    void refusesARecordTwiceInOneBatch() {
        assertThatThrownBy(() -> ledger.claim(flow, List.of(state(1, A), state(2, B))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("C-1");
    }

    @Test
    void givesTheIdsOfOtherRecordsForReferences() {
        deliver(candidate("C-1", "1", 1, A), "77");
        deliver(candidate("C-2", "1", 1, A), null);

        Map<RecordKey, String> ids =
                ledger.targetIds(flow, List.of(new RecordKey("C-1"), new RecordKey("C-2"), new RecordKey("C-3")));

        assertThat(ids).containsExactly(Map.entry(new RecordKey("C-1"), "77"));
    }

    @Test
    void countsWhatItKnows() {
        deliver(candidate("C-1", "1", 1, A), null);
        ledger.settle(flow, List.of(send(ledger, candidate("C-2", "1", 1, A)).released(true)));

        assertThat(ledger.counts(flow)).isEqualTo(new LedgerCounts(2, 1, 1));
    }
}
