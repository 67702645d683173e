package io.linkspan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.record.Attempt;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Outcome.Dead;
import io.linkspan.record.Outcome.Deferred;
import io.linkspan.record.Outcome.Held;
import io.linkspan.record.Outcome.Reason;
import io.linkspan.record.Outcome.Retry;
import io.linkspan.system.Fault;
import io.linkspan.system.Systems;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutcomePolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Systems.Condition WELL = new Systems.Condition(false, NOW);
    private final RetrySchedule schedule =
            new RetrySchedule(5, Duration.ofHours(24), Duration.ofSeconds(5), Duration.ofHours(1), new Random(1));
    private final Envelope fresh = Envelopes.of("C-1", "2026-03-01T11:59:00Z", 1);

    @Test
    void triesAgainWhatMayPassAndSpendsAnAttempt() {
        Outcome outcome = decide(new Fault.Passing("http-503", "busy", null), fresh);
        assertThat(outcome).isInstanceOfSatisfying(Retry.class, retry -> {
            assertThat(retry.after()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
            assertThat(retry.attempt().reason()).isEqualTo("http-503");
        });
    }

    @Test
    void waitsAsLongAsTheOtherSideAskedWhenThatIsLonger() {
        Outcome outcome = decide(new Fault.Passing("http-503", "busy", Duration.ofMinutes(9)), fresh);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Retry.class, retry -> assertThat(retry.after()).isEqualTo(Duration.ofMinutes(9)));
    }

    @Test
    void callsAPersonForWhatWasRefusedNamingTheField() {
        Outcome outcome = decide(new Fault.Refused("http-400", "email is malformed", "email"), fresh);
        assertThat(outcome).isInstanceOfSatisfying(Dead.class, dead -> {
            assertThat(dead.reason()).isEqualTo(Reason.REFUSED);
            assertThat(dead.errors()).singleElement().satisfies(error -> {
                assertThat(error.field()).isEqualTo("email");
                assertThat(error.code()).isEqualTo("http-400");
            });
        });
    }

    @Test
    void givesUpWhenTheLastAttemptIsSpent() {
        Envelope tried = fresh;
        for (int i = 0; i < 4; i++) {
            tried = tried.after(new Attempt(NOW, "http-503", "busy"));
        }
        assertThat(decide(new Fault.Unsure("timeout", "no answer"), tried))
                .isInstanceOfSatisfying(
                        Dead.class, dead -> assertThat(dead.reason()).isEqualTo(Reason.EXHAUSTED));
    }

    @Test
    void givesUpARecordThatIsTooOldEvenWithAttemptsLeft() {
        Envelope old = fresh.after(new Attempt(NOW.minus(Duration.ofHours(25)), "http-503", "busy"));
        assertThat(decide(new Fault.Passing("http-503", "busy", null), old)).isInstanceOf(Dead.class);
    }

    @Test
    void spendsNoAttemptOnWhatIsTheSystemsOwnTrouble() {
        assertThat(decide(new Fault.Unavailable("breaker", "open", Duration.ofSeconds(7)), fresh))
                .isEqualTo(new Held(Duration.ofSeconds(7), "open"));
        assertThat(decide(new Fault.Limited("http-429", "slow down", Duration.ofMinutes(2)), fresh))
                .isEqualTo(new Held(Duration.ofMinutes(2), "slow down"));
        assertThat(decide(new Fault.Misconfigured("http-401", "bad key"), fresh))
                .isInstanceOf(Held.class);
        assertThat(decide(new Fault.Unreachable("connect-refused", "refused the connection"), fresh))
                .isInstanceOf(Held.class);
    }

    @Test
    void countsTheAgeFromTheFirstAttemptHoweverManyFollowed() {
        Envelope tried = fresh.after(new Attempt(NOW.minus(Duration.ofHours(25)), "http-503", "busy"));
        for (int i = 0; i < 60; i++) {
            tried = tried.after(new Attempt(NOW.minus(Duration.ofHours(1)), "http-503", "busy"));
        }
        RetrySchedule patient = new RetrySchedule(
                1000, Duration.ofHours(24), Duration.ofSeconds(5), Duration.ofHours(1), new Random(1));
        assertThat(OutcomePolicy.decide(new Fault.Passing("http-503", "busy", null), tried, patient, NOW, WELL))
                .isInstanceOf(Dead.class);
        assertThat(tried.attempts().count()).isEqualTo(61);
        assertThat(tried.attempts().last()).hasSize(20);
    }

    @Test
    void spendsNothingOnFurtherTriesWhileNobodyGetsThrough() {
        Envelope tried = fresh.after(new Attempt(NOW.minus(Duration.ofHours(2)), "http-503", "busy"));
        Fault busy = new Fault.Passing("http-503", "busy", null);
        assertThat(OutcomePolicy.decide(busy, tried, schedule, NOW, since(null)))
                .isInstanceOf(Deferred.class);
        assertThat(OutcomePolicy.decide(busy, tried, schedule, NOW, since(NOW.minus(Duration.ofHours(3)))))
                .isInstanceOfSatisfying(
                        Deferred.class, deferred -> assertThat(deferred.after()).isEqualTo(Duration.ofMinutes(30)));
        assertThat(OutcomePolicy.decide(busy, tried, schedule, NOW, since(NOW.minus(Duration.ofHours(1)))))
                .isInstanceOf(Retry.class);
    }

    @Test
    void spendsNotEvenTheFirstAttemptOnceTheBreakerHasOpened() {
        Systems.Condition away = new Systems.Condition(true, NOW.minus(Duration.ofHours(1)));
        assertThat(OutcomePolicy.decide(new Fault.Passing("http-503", "busy", null), fresh, schedule, NOW, away))
                .isInstanceOf(Deferred.class);
    }

    private static Systems.Condition since(@Nullable Instant lastAtWork) {
        return new Systems.Condition(false, lastAtWork);
    }

    @Test
    void givesUpAnOldRecordEvenWhereNobodyGetsThrough() {
        Envelope old = fresh.after(new Attempt(NOW.minus(Duration.ofHours(25)), "http-503", "busy"));
        assertThat(OutcomePolicy.decide(new Fault.Unsure("timeout", "no answer"), old, schedule, NOW, since(null)))
                .isInstanceOf(Dead.class);
    }

    @Test
    void doublesTheDelayUpToTheLongest() {
        Envelope tried = fresh;
        for (int i = 0; i < 3; i++) {
            tried = tried.after(new Attempt(NOW, "http-503", "busy"));
        }
        assertThat(schedule.next(tried.attempts(), null)).isBetween(Duration.ofSeconds(32), Duration.ofSeconds(48));
        for (int i = 0; i < 40; i++) {
            tried = tried.after(new Attempt(NOW, "http-503", "busy"));
        }
        assertThat(schedule.next(tried.attempts(), null)).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
    }

    private Outcome decide(Fault fault, Envelope envelope) {
        return OutcomePolicy.decide(fault, envelope, schedule, NOW, WELL);
    }
}
