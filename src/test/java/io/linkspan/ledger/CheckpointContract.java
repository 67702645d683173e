package io.linkspan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** How far a source was read: the same on every database. */
abstract class CheckpointContract extends LedgerFixture {
    CheckpointContract(DataSource source) {
        super(source);
    }

    private Checkpoint move(Checkpoint next) {
        return checkpoints.move(flow, next, fence("one"));
    }

    private Fence fence(String holder) {
        leases.acquire("pull-" + flow, holder, Duration.ofMinutes(1));
        return new Fence("pull-" + flow, holder);
    }

    @Test
    void refusesAMoveByWhomeverLostTheLeaseEvenIfNobodyMovedMeanwhile() {
        Fence lost = fence("one");
        Checkpoint read = checkpoints.move(flow, Checkpoint.START.walked("1"), lost);
        clock.move(Duration.ofMinutes(2));
        assertThatThrownBy(() -> checkpoints.move(flow, read.walked("2"), lost)).isInstanceOf(CheckpointMoved.class);

        Fence others = fence("two");
        assertThatThrownBy(() -> checkpoints.move(flow, read.walked("2"), lost)).isInstanceOf(CheckpointMoved.class);
        assertThatThrownBy(() -> checkpoints.move("new-" + flow, Checkpoint.START.walked("2"), lost))
                .isInstanceOf(CheckpointMoved.class);

        assertThat(checkpoints.read(flow)).contains(read);
        assertThat(checkpoints.move(flow, read.walked("2"), others).since()).isEqualTo("2");
    }

    @Test
    void knowsNothingOfASourceNeverRead() {
        assertThat(checkpoints.read(flow)).isEmpty();
    }

    @Test
    void remembersAWalkInProgressAndItsEnd() {
        Checkpoint walking = move(Checkpoint.START.walking(Map.of("cursor", "p 2", "since", "x")));
        assertThat(checkpoints.read(flow)).contains(walking);
        assertThat(walking.walk()).containsEntry("cursor", "p 2");

        Checkpoint walked = move(walking.walked("2026-01-02T00:00:00Z"));

        assertThat(checkpoints.read(flow)).contains(walked);
        assertThat(walked.walk()).isEmpty();
        assertThat(checkpoints.lastMoved(flow)).contains(clock.instant());
        assertThat(walked.since()).isEqualTo("2026-01-02T00:00:00Z");
    }

    @Test
    void refusesAMoveByAReplicaThatWasOvertaken() {
        Checkpoint read = move(Checkpoint.START.walked("1"));
        Checkpoint ahead = move(read.walked("3"));

        assertThatThrownBy(() -> move(read.walked("2"))).isInstanceOf(CheckpointMoved.class);
        assertThatThrownBy(() -> move(Checkpoint.START.walked("2"))).isInstanceOf(CheckpointMoved.class);
        assertThat(checkpoints.read(flow)).contains(ahead);
    }

    @Test
    void beginsAgainWhenForgotten() {
        move(Checkpoint.START.walked("1"));

        checkpoints.forget(flow);

        assertThat(checkpoints.read(flow)).isEmpty();
        assertThat(move(Checkpoint.START.walked("1")).revision()).isOne();
    }
}
