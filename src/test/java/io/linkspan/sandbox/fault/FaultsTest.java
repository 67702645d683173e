package io.linkspan.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.sandbox.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final MovableClock clock = new MovableClock();

    @Test
    void strikesOnlyInItsWindow() {
        Faults faults = new Faults(clock, 1);
        faults.add(
                FaultRule.of(FaultKind.UNAVAILABLE).after(Duration.ofMinutes(1)).lasting(Duration.ofMinutes(5)));
        assertThat(faults.strike("GET /")).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(faults.strike("GET /")).isPresent();
        clock.advance(Duration.ofMinutes(5));
        assertThat(faults.strike("GET /")).isEmpty();
        assertThat(faults.standing()).singleElement().satisfies(rule -> {
            assertThat(rule.hits()).isEqualTo(1);
            assertThat(rule.spent()).isTrue();
        });
    }

    @Test
    void strikesByChanceAndTheSameAgainWithTheSameSeed() {
        List<Boolean> once = strikes(7);
        assertThat(once.stream().filter(hit -> hit).count()).isBetween(150L, 250L);
        assertThat(strikes(7)).isEqualTo(once);
        assertThat(strikes(8)).isNotEqualTo(once);
    }

    @Test
    void leavesOtherCallsAlone() {
        Faults faults = new Faults(clock, 1);
        faults.add(FaultRule.of(FaultKind.ERROR).on("batch").next(1));
        assertThat(faults.strike("PUT /v1/companies/{externalId}")).isEmpty();
        assertThat(faults.strike("POST /v1/companies/batch/upsert")).isPresent();
        assertThat(faults.strike("POST /v1/companies/batch/upsert")).isEmpty();
    }

    private List<Boolean> strikes(long seed) {
        Faults faults = new Faults(clock, seed);
        faults.add(FaultRule.of(FaultKind.SLOW).chance(0.2));
        return IntStream.range(0, 1000)
                .mapToObj(i -> faults.strike("x").isPresent())
                .toList();
    }
}
