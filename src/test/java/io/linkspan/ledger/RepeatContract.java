package io.linkspan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.record.RecordKey;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a repeat looks like after crashes, retries and replays: the same on every database. */
abstract class RepeatContract extends LedgerFixture {
    RepeatContract(DataSource source) {
        super(source);
    }

    @Test
    void repeatsUnderTheSameKeyAfterACrashBetweenClaimAndSettle() {
        Claim.Send lost = send(ledger, state(1, A));

        Claim.Send repeat = send(afterCrash(), state(1, A));

        assertThat(repeat.idempotencyKey()).isEqualTo(lost.idempotencyKey());
        assertThat(repeat.repeated()).isTrue();
    }

    @Test
    void recognisesTheSameChangeReadAgainUnderANewSequence() {
        Claim.Send lost = send(ledger, candidate("C-1", "5", 10, A));

        Claim.Send repeat = send(afterCrash(), candidate("C-1", "5", 99, A));

        assertThat(repeat.idempotencyKey()).isEqualTo(lost.idempotencyKey());
        assertThat(repeat.repeated()).isTrue();
    }

    @Test
    void repeatsUnderTheSameKeyAfterARetryThatMayHaveBeenApplied() {
        Claim.Send first = send(ledger, state(1, A));
        ledger.settle(flow, List.of(first.released(true)));

        Claim.Send retry = send(ledger, state(1, A));

        assertThat(retry.idempotencyKey()).isEqualTo(first.idempotencyKey());
        assertThat(retry.repeated()).isTrue();
    }

    @Test
    void isSureThatNothingWasAppliedWhenEveryTrySaysSo() {
        Claim.Send first = send(ledger, state(1, A));
        ledger.settle(flow, List.of(first.released(false)));
        Claim.Send retry = send(ledger, state(1, A));

        assertThat(retry.repeated()).isFalse();
        assertThat(retry.idempotencyKey()).isEqualTo(first.idempotencyKey());
    }

    @Test
    void staysUnsureUntilSomethingIsSettled() {
        Claim.Send first = send(ledger, state(1, A));
        ledger.settle(flow, List.of(first.released(true)));
        Claim.Send second = send(ledger, state(1, A));
        ledger.settle(flow, List.of(second.released(false)));
        Claim.Send newer = send(ledger, state(2, B));
        ledger.settle(flow, List.of(newer.released(false)));
        Claim.Send again = send(ledger, state(2, B));

        assertThat(newer.repeated()).isTrue();
        assertThat(newer.idempotencyKey()).isNotEqualTo(first.idempotencyKey());
        assertThat(again.repeated()).isTrue();
        ledger.settle(flow, List.of(again.delivered("77")));
        assertThat(send(ledger, state(3, A)).repeated()).isFalse();
    }

    @Test
    void letsANewerStateTakeOverAClaimThatACrashLeft() {
        Claim.Send lost = send(ledger, state(1, A));
        Ledger other = afterCrash();

        Claim.Send newer = send(other, state(2, B));

        assertThat(newer.repeated()).isTrue();
        assertThat(newer.idempotencyKey()).isNotEqualTo(lost.idempotencyKey());
        assertThat(claim(other, state(1, A))).isInstanceOf(Claim.Superseded.class);
    }

    @Test
    void learnsOnlyTheIdFromAClaimThatWasTakenOver() {
        Claim.Send late = send(ledger, state(1, A));
        Ledger other = afterCrash();
        Claim.Send newer = send(other, state(2, B));

        ledger.settle(flow, List.of(late.delivered("77")));

        assertThat(other.targetId(flow, new RecordKey("C-1"))).contains("77");
        other.settle(flow, List.of(newer.delivered(null)));
        assertThat(claim(other, state(2, B))).isInstanceOf(Claim.Unchanged.class);
        assertThat(other.targetId(flow, new RecordKey("C-1"))).contains("77");
    }

    @Test
    void holdsARecordThatAnotherLivingReplicaIsSending() {
        send(ledger, state(1, A));
        Ledger other = replica("replica/" + UUID.randomUUID());

        assertThat(claim(other, state(1, A))).isInstanceOf(Claim.Busy.class);
        assertThat(claim(other, state(2, B))).isInstanceOf(Claim.Busy.class);
    }

    @Test
    void holdsARecordThatThisReplicaIsStillSending() {
        Claim.Send running = send(ledger, state(1, A));

        assertThat(claim(ledger, state(1, A))).isInstanceOf(Claim.Busy.class);
        ledger.settle(flow, List.of(running.delivered(null)));
        assertThat(claim(ledger, state(1, A))).isInstanceOf(Claim.Unchanged.class);
    }

    @Test
    void givesUpOnADeliveryThatNeverEnds() {
        send(ledger, state(1, A));
        clock.move(Ledger.LONGEST_DELIVERY.plus(Duration.ofSeconds(1)));

        assertThat(send(ledger, state(1, A)).repeated()).isTrue();
    }

    @Test
    void replaysADeadRecordUnderItsOldKey() {
        Claim.Send first = send(ledger, state(1, A));
        ledger.settle(flow, List.of(first.dead(true)));

        Claim.Send replay = send(ledger, state(1, A));

        assertThat(replay.idempotencyKey()).isEqualTo(first.idempotencyKey());
        assertThat(replay.repeated()).isTrue();
    }

    @Test
    void replaysAStateOlderThanADeadOneThatNeverReachedTheTarget() {
        ledger.settle(flow, List.of(send(ledger, state(2, B)).dead(false)));

        assertThat(send(ledger, state(1, A)).repeated()).isFalse();
    }

    @Test
    void sendsAStateOlderThanADeadOneEvenWhereTheTargetMayHoldSomething() {
        Claim.Send first = send(ledger, state(1, A));
        ledger.settle(flow, List.of(first.released(true)));
        Claim.Send newer = send(ledger, state(2, B));
        ledger.settle(flow, List.of(newer.dead(false)));

        Claim.Send retry = send(ledger, state(1, A));

        assertThat(retry.repeated()).isTrue();
        ledger.settle(flow, List.of(retry.delivered("77")));
        assertThat(send(ledger, state(2, B)).targetId()).isEqualTo("77");
    }

    @Test
    void mintsAnotherKeyForTheReplayOfWhatWasRefusedBecauseItsAnswerMayBeRemembered() {
        Claim.Send refused = send(ledger, state(1, A));
        ledger.settle(flow, List.of(refused.dead(false)));

        assertThat(send(ledger, state(1, A)).idempotencyKey()).isNotEqualTo(refused.idempotencyKey());
    }

    @Test
    void freesWhatWasAbandonedAndRemembersThatItMayBeARepeat() {
        Claim.Send broken = send(ledger, state(1, A));
        ledger.abandon(flow, List.of(broken));

        Claim.Send again = send(ledger, state(1, A));

        assertThat(again.repeated()).isTrue();
        assertThat(again.idempotencyKey()).isEqualTo(broken.idempotencyKey());
    }

    @Test
    void sendsWhatIsDoubtedAgainUnderAnotherKeyButNothingOlder() {
        Candidate held = state(2, A);
        Claim.Send first = send(ledger, held);
        ledger.settle(flow, List.of(first.delivered("c_1")));

        ledger.doubt(flow, List.of(held.key()));

        assertThat(claim(ledger, state(1, B))).isInstanceOf(Claim.Superseded.class);
        Claim.Send again = send(ledger, held);
        assertThat(again.idempotencyKey()).isNotEqualTo(first.idempotencyKey());
        assertThat(again.targetId()).isEqualTo("c_1");
    }

    @Test
    void forgetsTheTargetsIdOfARecordThatWasDeleted() {
        deliver(state(1, A), "c_1");

        deliver(state(2, B), "");

        assertThat(ledger.targetId(flow, state(1, A).key())).isEmpty();
        assertThat(send(ledger, state(3, A)).targetId()).isNull();
    }
}
