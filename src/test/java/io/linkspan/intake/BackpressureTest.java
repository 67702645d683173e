package io.linkspan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BackpressureTest {
    private final AtomicLong depth = new AtomicLong();
    private final Backpressure pressure = new Backpressure(flow -> OptionalLong.of(depth.get()), 100, 40);

    @Test
    void holdsReadingBackAboveTheHighMarkUntilTheLowOne() {
        depth.set(100);
        assertThat(pressure.room("customers")).isTrue();
        depth.set(101);
        assertThat(pressure.room("customers")).isFalse();
        depth.set(41);
        assertThat(pressure.room("customers")).isFalse();
        depth.set(40);
        assertThat(pressure.room("customers")).isTrue();
        depth.set(99);
        assertThat(pressure.room("customers")).isTrue();
    }

    @Test
    void holdsABackfillBackEarlierThanTheLivePull() {
        depth.set(41);
        assertThat(pressure.room("customers")).isTrue();
        assertThat(pressure.roomBeside("customers")).isFalse();
    }

    @Test
    void holdsNothingBackWhereNobodyKnows() {
        Backpressure blind = new Backpressure(flow -> OptionalLong.empty(), 100, 40);
        assertThat(blind.room("customers")).isTrue();
        assertThat(blind.roomBeside("customers")).isTrue();
    }

    @Test
    void refusesMarksThatMeanNothing() {
        assertThat(new IntakeSettings(20_000, null).low()).isEqualTo(10_000);
        assertThat(new IntakeSettings(100, 0L).low()).isZero();
        assertThatThrownBy(() -> new IntakeSettings(100, 101L)).hasMessageContaining("linkspan.intake.short-queue");
        assertThatThrownBy(() -> new IntakeSettings(0, null)).hasMessageContaining("linkspan.intake.longest-queue");
    }
}
