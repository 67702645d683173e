package io.linkspan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.flow.Flow;
import io.linkspan.ledger.LeaseKeeper;
import io.linkspan.record.Envelope;
import io.linkspan.testing.StubErp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A stretch of the past beside the live pull. */
class BackfillTest extends IntakeEdge {
    private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2024-02-01T00:00:00Z");

    private final BackfillTable table = new BackfillTable(database, clock);
    private final List<Duration> waits = new ArrayList<>();

    private BackfillTurn turn(String replica, long waiting) {
        return new BackfillTurn(
                systems.systems(),
                table,
                new LeaseKeeper(leases, replica),
                new Backpressure(flow -> OptionalLong.of(waiting), 100, 10),
                walk(),
                enveloping(),
                checkpoints,
                clock);
    }

    private Backfill after(Backfill begun, BackfillTurn turn, Flow flow) {
        Backfill now = table.find(begun.id()).orElseThrow();
        turn.take(now, flow, wait -> waits.add(wait));
        return table.find(begun.id()).orElseThrow();
    }

    private Backfill begin(int aSecond) {
        return table.create(FLOW, FROM, UNTIL, aSecond, "ann");
    }

    @Test
    void readsItsStretchOnACheckpointOfItsOwnAtItsPace() {
        erp.answers(request -> StubErp.field(request, "Cursor").isEmpty()
                ? page("p2", "1@2024-01-02T00:00:00Z", "2@2024-01-03T00:00:00Z")
                : page("", "3@2024-01-04T00:00:00Z"));
        Backfill done = after(begin(1), turn("one", 0), flow(CUSTOMERS));

        assertThat(done.status()).isEqualTo(Backfill.Status.DONE);
        assertThat(done.records()).isEqualTo(3);
        assertThat(waits).containsExactly(Duration.ZERO, Duration.ofSeconds(2));
        assertThat(StubErp.field(erp.requests().getFirst(), "Since")).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(StubErp.field(erp.requests().getFirst(), "Until")).isEqualTo("2024-02-01T00:00:00Z");
        assertThat(checkpoints.read(FLOW)).isEmpty();
        assertThat(checkpoints.read("backfill-" + done.id())).isEmpty();
        assertThat(keysArrived(3)).containsExactly("1", "2", "3");
    }

    @Test
    void goesOnAtAnotherReplicaWhereItWasCutShort() {
        Flow flow = flow(CUSTOMERS);
        Backfill begun = begin(1000);
        erp.answers(request -> {
            if (!StubErp.field(request, "Cursor").isEmpty()) {
                throw new IllegalStateException("the source goes away");
            }
            return page("p2", "1@2024-01-02T00:00:00Z");
        });
        assertThat(after(begun, turn("one", 0), flow).status()).isEqualTo(Backfill.Status.RUNNING);

        erp.answers(request -> page("", "2@2024-01-03T00:00:00Z"));
        Backfill done = after(begun, turn("two", 0), flow);

        assertThat(done.status()).isEqualTo(Backfill.Status.DONE);
        assertThat(done.records()).isEqualTo(2);
        assertThat(StubErp.field(erp.requests().getLast(), "Cursor")).isEqualTo("p2");
    }

    @Test
    void stopsAtARecordFromBehindItsEndAndIsEndedByAPerson() {
        Flow flow = flow(CUSTOMERS);
        erp.answers(request -> page("", "1@2026-01-02T00:00:00Z"));

        Backfill stopped = after(begin(1000), turn("one", 0), flow);
        assertThat(stopped.status()).isEqualTo(Backfill.Status.STOPPED);
        assertThat(stopped.why()).contains("2026-01-02", "until 2024-02-01");

        Backfill other = begin(1000);
        assertThat(table.end(other.id(), Backfill.Status.CANCELLED, "by ann")).isTrue();
        assertThat(table.running()).isEmpty();
        assertThat(after(other, turn("one", 0), flow).records()).isZero();
    }

    @Test
    void waitsWhileTheQueuesAreNotShort() {
        assertThat(after(begin(1000), turn("one", 11), flow(CUSTOMERS)).status())
                .isEqualTo(Backfill.Status.RUNNING);
        assertThat(erp.requests()).isEmpty();
    }

    @Test
    void makesItsRecordsAsOldAsTheirPageSoThatTheLivePullsAreNewer() {
        String versionless = CUSTOMERS.replace("  version: T\n", "");
        erp.answers(request -> {
            clock.move(Duration.ofSeconds(10));
            return page("", "1@2024-01-02T00:00:00Z");
        });
        Instant asked = clock.instant();
        after(begin(1000), turn("one", 0), flow(versionless));

        Envelope old = arrived(1).getFirst();
        assertThat(old.version().sequence()).isEqualTo(asked.getEpochSecond() * 1_000_000);
    }
}
