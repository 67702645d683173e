package io.linkspan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RampTest {
    private final Ramp ramp = new Ramp();

    @Test
    void letsEverythingGoSideBySideWhileAllIsWell() {
        assertThat(ramp.ask("crm", 100).records()).isEqualTo(100);
        assertThat(ramp.ask("crm", 100).records()).isEqualTo(100);
    }

    @Test
    void letsOneSmallBatchProbeAndNoOtherBesideIt() {
        ramp.restart("crm");
        assertThat(ramp.ask("crm", 100).records()).isEqualTo(Ramp.PROBE);
        assertThat(ramp.ask("crm", 100).records()).isZero();
        assertThat(ramp.ask("mail", 100).records()).isEqualTo(100);
    }

    @Test
    void doublesWithEachBatchThatGoesWellUntilAllIsAsBefore() {
        ramp.restart("crm");
        int last = 0;
        for (int round = 0; round < 7; round++) {
            Ramp.Turn turn = ramp.ask("crm", 1000);
            assertThat(turn.records()).isGreaterThan(last).isLessThan(1000);
            last = turn.records();
            ramp.done("crm", turn, true);
        }
        assertThat(ramp.ask("crm", 1000).records()).isEqualTo(1000);
    }

    @Test
    void beginsAnewWhereAStepGoesWrong() {
        ramp.restart("crm");
        ramp.done("crm", ramp.ask("crm", 100), true);
        ramp.done("crm", ramp.ask("crm", 100), false);
        assertThat(ramp.ask("crm", 100).records()).isEqualTo(Ramp.PROBE);
    }

    @Test
    void aBatchFromBeforeTheOutageTakesNobodysTurn() {
        Ramp.Turn before = ramp.ask("crm", 100);
        ramp.restart("crm");
        Ramp.Turn probe = ramp.ask("crm", 100);
        ramp.done("crm", before, true);
        assertThat(probe.records()).isEqualTo(Ramp.PROBE);
        assertThat(ramp.ask("crm", 100).records()).isZero();
    }
}
