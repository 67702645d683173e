package io.linkspan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.flow.Flow;
import io.linkspan.ledger.Checkpoint;
import io.linkspan.ledger.CheckpointMoved;
import io.linkspan.ledger.Fence;
import io.linkspan.system.FaultException;
import io.linkspan.testing.StubErp;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One way over the pages, cut short wherever it can be. */
class PullWalkTest extends IntakeEdge {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Course course(Flow flow, String holder) {
        return new Course(
                FLOW,
                systems.erp(),
                flow.from().pull(),
                FLOW,
                new Fence("pull", holder),
                checkpoint -> Window.live(flow.from().since(), checkpoint, clock.instant()),
                enveloping().live(flow));
    }

    private void pages() {
        erp.answers(request -> switch (StubErp.field(request, "Cursor")) {
            case "" -> page("p2", "1@2026-02-01T00:00:00Z", "2@2026-02-02T00:00:00Z");
            case "p2" -> page("p3", "3@2026-02-03T00:00:00Z", "4@2026-02-04T00:00:00Z");
            default -> page("", "5@2026-02-05T00:00:00Z");
        });
    }

    @Test
    void bringsEveryPageAcrossAndBeginsTheNextWindowAtTheLatestChange() throws Exception {
        pages();
        leases.acquire("pull", "one", MINUTE);

        PullWalk.Walked walked = walk().walk(course(flow(CUSTOMERS), "one"), read -> true);

        assertThat(walked).isEqualTo(new PullWalk.Walked(5, true));
        assertThat(keysArrived(5)).containsExactly("1", "2", "3", "4", "5");
        assertThat(checkpoints.read(FLOW)).hasValueSatisfying(now -> {
            assertThat(now.since()).isEqualTo("2026-02-05T00:00:00Z");
            assertThat(now.walk()).isEmpty();
        });
    }

    @Test
    void goesOnAtThePageWhereItWasCutShort() throws Exception {
        pages();
        leases.acquire("pull", "one", MINUTE);
        Flow flow = flow(CUSTOMERS);

        assertThat(walk().walk(course(flow, "one"), read -> read < 4).toTheEnd())
                .isFalse();
        assertThat(walk().walk(course(flow, "one"), read -> true)).isEqualTo(new PullWalk.Walked(1, true));

        assertThat(keysArrived(5)).containsExactly("1", "2", "3", "4", "5");
        assertThat(erp.requests()).hasSize(3);
    }

    @Test
    void readsAPageAgainThatBrokeInTheMiddle() throws Exception {
        leases.acquire("pull", "one", MINUTE);
        Flow flow = flow(CUSTOMERS);
        erp.answers(request -> "<ListResponse><Customers><C><K>1</K><T>2026-02-01T00:00:00Z</T></C><C><K>");

        assertThatThrownBy(() -> walk().walk(course(flow, "one"), read -> true)).isInstanceOf(FaultException.class);
        assertThat(checkpoints.read(FLOW)).isEmpty();

        pages();
        walk().walk(course(flow, "one"), read -> true);
        assertThat(keysArrived(5)).contains("1", "2", "3", "4", "5");
    }

    @Test
    void leavesTheCheckpointToWhomeverTookTheLeaseWhileAPageWasRead() throws Exception {
        leases.acquire("pull", "slow", MINUTE);
        Flow flow = flow(CUSTOMERS);
        erp.answers(request -> {
            clock.move(MINUTE.multipliedBy(2));
            leases.acquire("pull", "other", MINUTE.multipliedBy(60));
            String next = StubErp.field(request, "Cursor").isEmpty() ? "p2" : "p3";
            return page(next, "1@2026-02-01T00:00:00Z");
        });

        assertThatThrownBy(() -> walk().walk(course(flow, "slow"), read -> true))
                .isInstanceOf(CheckpointMoved.class);
        assertThat(checkpoints.read(FLOW)).isEmpty();

        pages();
        assertThat(walk().walk(course(flow, "other"), read -> true)).isEqualTo(new PullWalk.Walked(5, true));
        assertThat(keysArrived(6)).contains("1", "2", "3", "4", "5");
    }

    @Test
    void movesNothingForAPageOutsideOfItsWindow() throws Exception {
        leases.acquire("pull", "one", MINUTE);
        Checkpoint before =
                checkpoints.move(FLOW, Checkpoint.START.walked("2026-02-20T00:00:00Z"), new Fence("pull", "one"));
        erp.answers(request -> page("", "1@2026-02-21T00:00:00Z", "2@2019-01-01T00:00:00Z"));
        Flow flow = flow(CUSTOMERS);

        assertThatThrownBy(() -> walk().walk(course(flow, "one"), read -> true))
                .isInstanceOf(PageUnfit.class)
                .hasMessageContaining("2019-01-01");

        assertThat(checkpoints.read(FLOW)).contains(before);
        assertThat(before.walk()).isEqualTo(Map.of());
    }
}
