package io.linkspan.broker;

import static io.linkspan.broker.Records.record;
import static io.linkspan.broker.Records.records;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.record.Attempt;
import io.linkspan.record.Envelope;
import io.linkspan.record.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds in both homes of records on their way. */
abstract class OrderContract extends BrokerFixture {
    @Test
    void aRecordArrivesAsItWasPublished() {
        Envelope published = record(FLOW, "Ä 007", 42).after(new Attempt(Instant.EPOCH, "timeout", "no answer"));
        Collected handled = consume(1, Collected.delivering());

        broker.dispatch().toWork(List.of(published.replayedBy("replay-1"), published));

        assertThat(handled.await(2)).containsExactly(published.replayedBy("replay-1"), published);
        assertNothingLeft();
    }

    @Test
    void changesOfARecordStayInOrderAndBatchesAreFilled() {
        Collected handled = consume(4, Collected.delivering());
        try (Page page = broker.dispatch().page()) {
            for (int i = 0; i < 500; i++) {
                page.add(record(FLOW, "k" + i % 7, i));
            }
            assertThat(page.confirm()).isEqualTo(500);
        }

        handled.await(500);

        for (int key = 0; key < 7; key++) {
            String name = "k" + key;
            assertThat(handled.records().stream()
                            .filter(envelope -> envelope.key().value().equals(name))
                            .map(envelope -> envelope.version().sequence()))
                    .isSorted();
        }
        assertThat(handled.batches()).allMatch(size -> size <= 10).anyMatch(size -> size > 1);
        assertNothingLeft();
    }

    @Test
    void aPausedFlowIsNotHandledUntilItIsResumed() {
        Collected handled = consume(2, Collected.delivering());
        broker.workQueues().pause(FLOW);
        assertThat(broker.workQueues().paused(FLOW)).isTrue();
        broker.dispatch().toWork(records(FLOW, 20));
        Collected other = consume("orders", 1, Collected.delivering());
        broker.dispatch().toWork(records("orders", 20));

        other.await(20);
        assertThat(handled.records()).isEmpty();

        broker.workQueues().resume(FLOW);
        handled.await(20);
        assertThat(broker.workQueues().paused(FLOW)).isFalse();
    }

    @Test
    void oneConsumerAtATimeIsActiveAndAnotherTakesOver() {
        try (Broker other = home().connect(BrokerHome.settings(prefix))) {
            Collected first = consume(1, Collected.delivering());
            broker.dispatch().toWork(records(FLOW, 5));
            first.await(5);
            Collected second = Collected.delivering();
            other.workQueues().declare(FLOW, 1);
            other.workQueues().start(FLOW, BATCHES, second);
            broker.dispatch().toWork(records(FLOW, 50));
            first.await(55);
            assertThat(second.records()).isEmpty();

            broker.workQueues().stop(FLOW);
            other.dispatch().toWork(records(FLOW, 5));

            second.await(5);
            assertThat(first.records()).hasSize(55);
        }
    }

    @Test
    void twoMegabytesArriveWhole() {
        Collected handled = consume(1, Collected.delivering());
        Payload large = Payload.xml("<Big>" + "x".repeat(2_000_000) + "</Big>");

        broker.dispatch().toWork(List.of(record(FLOW, "big", 1, large)));

        assertThat(handled.await(1).getFirst().payload()).isEqualTo(large);
    }

    @Test
    void moreAndFewerPartitionsLoseNothingAndEndInOnePlace() {
        List<Envelope> records = records(FLOW, 60);
        broker.workQueues().declare(FLOW, 2);
        broker.dispatch().toWork(records);
        reconnect();
        broker.workQueues().declare(FLOW, 8);
        broker.dispatch().toWork(records(FLOW, 60));
        reconnect();
        Collected handled = consume(3, Collected.delivering());

        handled.await(120);

        assertThat(handled.keys())
                .containsAll(records.stream().map(r -> r.key().value()).toList());
        assertThat(handled.records()).hasSize(120);
        assertNothingLeft();
    }

    @Test
    void theDepthIsWhatWaits() {
        broker.workQueues().declare(FLOW, 3);
        broker.dispatch().toWork(records(FLOW, 30));

        await(() -> broker.workQueues().depth(FLOW).orElse(-1) == 30);
        assertThat(broker.workQueues().depth("nobody")).isEmpty();
    }

    @Test
    void aPauseThatLastsGivesTheRecordsToAnotherReplica() {
        BrokerSettings settings = BrokerHome.settings(prefix, Duration.ofSeconds(1));
        try (Broker paused = home().connect(settings)) {
            Collected held = Collected.delivering();
            paused.workQueues().declare(FLOW, 1);
            paused.workQueues().start(FLOW, BATCHES, held);
            paused.dispatch().toWork(records(FLOW, 1));
            held.await(1);
            paused.workQueues().pause(FLOW);
            paused.dispatch().toWork(records(FLOW, 30));

            Collected other = consume(1, Collected.delivering());

            assertThat(other.await(30)).hasSize(30);
            assertThat(held.records()).hasSize(1);
        }
    }
}
