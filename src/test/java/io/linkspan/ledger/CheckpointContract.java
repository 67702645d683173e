package io.linkspan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** How far a source was read: the same on every database. */
abstract class CheckpointContract extends LedgerFixture {
    CheckpointContract(DataSource source) {
        super(source);
    }

    @Test
    void knowsNothingOfASourceNeverRead() {
        assertThat(checkpoints.read(flow)).isEmpty();
    }

    @Test
    void remembersAWalkInProgressAndItsEnd() {
        Checkpoint walking = checkpoints.move(flow, Checkpoint.START.walking(Map.of("cursor", "p 2", "since", "x")));
        assertThat(checkpoints.read(flow)).contains(walking);
        assertThat(walking.walk()).containsEntry("cursor", "p 2");

        Checkpoint walked = checkpoints.move(flow, walking.walked("2026-01-02T00:00:00Z"));

        assertThat(checkpoints.read(flow)).contains(walked);
        assertThat(walked.walk()).isEmpty();
        assertThat(walked.since()).isEqualTo("2026-01-02T00:00:00Z");
    }

    @Test
    void refusesAMoveByAReplicaThatWasOvertaken() {
        Checkpoint read = checkpoints.move(flow, Checkpoint.START.walked("1"));
        Checkpoint ahead = checkpoints.move(flow, read.walked("3"));

        assertThatThrownBy(() -> checkpoints.move(flow, read.walked("2"))).isInstanceOf(CheckpointMoved.class);
        assertThatThrownBy(() -> checkpoints.move(flow, Checkpoint.START.walked("2")))
                .isInstanceOf(CheckpointMoved.class);
        assertThat(checkpoints.read(flow)).contains(ahead);
    }

    @Test
    void beginsAgainWhenForgotten() {
        checkpoints.move(flow, Checkpoint.START.walked("1"));

        checkpoints.forget(flow);

        assertThat(checkpoints.read(flow)).isEmpty();
        assertThat(checkpoints.move(flow, Checkpoint.START.walked("1")).revision())
                .isOne();
    }
}
