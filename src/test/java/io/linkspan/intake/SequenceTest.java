package io.linkspan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.testing.MovedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SequenceTest {
    private final MovedClock clock = new MovedClock();
    private final Sequence sequence = new Sequence(clock);

    @Test
    void neverRepeatsANumberNorGoesBackWithTheClock() {
        long first = sequence.next();
        clock.move(Duration.ofSeconds(-10));
        assertThat(sequence.next()).isGreaterThan(first);
    }

    @Test
    void goesOnAfterAReplicaWhoseClockWasAhead() {
        Sequence ahead = new Sequence(() -> clock.instant().plusSeconds(30));
        long last = ahead.next();
        sequence.goOnAfter(clock.instant().plusSeconds(30));
        assertThat(sequence.next()).isGreaterThan(last);
    }
}
