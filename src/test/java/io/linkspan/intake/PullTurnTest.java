package io.linkspan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.flow.Flow;
import io.linkspan.ledger.Checkpoint;
import io.linkspan.ledger.Fence;
import io.linkspan.ledger.LeaseKeeper;
import io.linkspan.testing.StubErp;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** One replica's turn: what keeps it from reading, and what stops a flow for all of them. */
class PullTurnTest extends IntakeEdge {
    private final PullHolds holds = new PullHolds(database, clock);

    private PullTurn.End turn(PullTurn replica, Flow flow) {
        return replica.take(flow, () -> true);
    }

    private void reads(String... customers) {
        erp.answers(request -> page("", customers));
    }

    @Test
    void leavesAFlowToTheReplicaThatHasItsLeaseAndTakesItOverWhenThatOneIsGone() {
        reads("1@2026-02-01T00:00:00Z");
        Flow flow = flow(CUSTOMERS);
        PullTurn one = replica("one");
        PullTurn two = replica("two");

        assertThat(turn(one, flow)).isEqualTo(new PullTurn.End.Done(Duration.ofHours(1)));
        assertThat(turn(two, flow)).isInstanceOf(PullTurn.End.Later.class);

        clock.move(LeaseKeeper.LENGTH);
        assertThat(turn(two, flow)).isInstanceOf(PullTurn.End.Done.class);
        assertThat(turn(one, flow)).isInstanceOf(PullTurn.End.Later.class);

        two.leave(FLOW);
        assertThat(turn(one, flow)).isInstanceOf(PullTurn.End.Done.class);
    }

    @Test
    void keepsItsLeaseWhileItIsAlive() {
        LeaseKeeper keeper = new LeaseKeeper(leases, "one");
        assertThat(keeper.take("pull-x")).isTrue();
        clock.move(Duration.ofSeconds(20));
        keeper.renew();
        clock.move(Duration.ofSeconds(20));

        assertThat(leases.acquire("pull-x", "two", LeaseKeeper.LENGTH)).isFalse();

        clock.move(LeaseKeeper.LENGTH);
        assertThat(leases.acquire("pull-x", "two", LeaseKeeper.LENGTH)).isTrue();
        keeper.renew();
        assertThat(keeper.holds("pull-x")).isFalse();
    }

    @Test
    void stopsForAllReplicasAtAPageThatDoesNotFitUntilAPersonResumes() {
        Flow flow = flow(CUSTOMERS);
        leases.acquire("pull-customers", "one", Duration.ofMinutes(1));
        Checkpoint before = checkpoints.move(
                FLOW, Checkpoint.START.walked("2026-02-20T00:00:00Z"), new Fence("pull-customers", "one"));
        reads("1@2019-01-01T00:00:00Z");

        assertThat(turn(replica("one"), flow)).isInstanceOfSatisfying(PullTurn.End.Held.class, held -> {
            assertThat(held.hold().cause()).isEqualTo(PullHold.Cause.STOPPED);
            assertThat(held.hold().why()).contains("2019-01-01", "ignore");
        });
        reads("1@2026-02-21T00:00:00Z");
        assertThat(turn(replica("two"), flow)).isInstanceOf(PullTurn.End.Held.class);
        assertThat(erp.requests()).hasSize(1);
        assertThat(checkpoints.read(FLOW)).contains(before);
        assertThat(meters.get("linkspan.intake.stops").counter().count()).isOne();

        assertThat(holds.resume(FLOW)).isTrue();

        assertThat(turn(replica("two"), flow)).isInstanceOf(PullTurn.End.Done.class);
        assertThat(checkpoints.read(FLOW))
                .hasValueSatisfying(now -> assertThat(now.since()).isEqualTo("2026-02-21T00:00:00Z"));
    }

    @Test
    void stopsWhereTheAnswerLacksItsElementAndNotWhereTheSourceIsAway() {
        Flow flow = flow(CUSTOMERS);
        erp.answers(request -> "<SomethingElse/>");
        assertThat(turn(replica("one"), flow))
                .isInstanceOfSatisfying(
                        PullTurn.End.Held.class,
                        held -> assertThat(held.hold().why()).contains("ListResponse"));
        holds.resume(FLOW);

        erp.close();

        assertThat(turn(replica("one"), flow)).isInstanceOf(PullTurn.End.Later.class);
        assertThat(holds.of(FLOW)).isEmpty();
    }

    @Test
    void readsNothingWhileAPersonPausedItAndEndsTheWalkUnderWay() {
        Flow flow = flow(CUSTOMERS);
        erp.answers(request -> {
            holds.pause(FLOW, "stock-taking", "ann");
            return page("p2", "1@2026-02-01T00:00:00Z");
        });
        assertThat(turn(replica("one"), flow)).isInstanceOf(PullTurn.End.Later.class);

        assertThat(turn(replica("one"), flow)).isInstanceOfSatisfying(PullTurn.End.Held.class, held -> {
            assertThat(held.hold().by()).isEqualTo("ann");
            assertThat(held.hold().why()).isEqualTo("stock-taking");
        });
        holds.resume(FLOW);
        reads("2@2026-02-02T00:00:00Z");
        assertThat(turn(replica("one"), flow)).isInstanceOf(PullTurn.End.Done.class);

        assertThat(keysArrived(2)).containsExactly("1", "2");
        assertThat(StubErp.field(erp.requests().getLast(), "Cursor")).isEqualTo("p2");
    }

    @Test
    void keepsTheReasonOfAStopWhenAPersonPausesOnTopOfIt() {
        holds.stop(FLOW, "the answer has no element");
        holds.pause(FLOW, "weekend", "ann");

        assertThat(holds.of(FLOW))
                .hasValueSatisfying(hold -> assertThat(hold.cause()).isEqualTo(PullHold.Cause.STOPPED));
        assertThat(holds.resume(FLOW)).isTrue();
        assertThat(holds.resume(FLOW)).isFalse();
    }

    @Test
    void waitsWhileTheQueuesAreLong() {
        reads("1@2026-02-01T00:00:00Z");
        Flow flow = flow(CUSTOMERS);
        Backpressure full = new Backpressure(name -> OptionalLong.of(11), 10, 5);

        assertThat(turn(replica(new LeaseKeeper(leases, "one"), full), flow))
                .isInstanceOfSatisfying(
                        PullTurn.End.Later.class,
                        later -> assertThat(later.why()).contains("10 records", "5"));
        assertThat(erp.requests()).isEmpty();
    }
}
