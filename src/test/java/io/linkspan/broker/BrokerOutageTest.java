package io.linkspan.broker;

import static io.linkspan.broker.Records.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome.Dead;
import io.linkspan.record.Outcome.Reason;
import io.linkspan.testing.RealRabbit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left after the broker went away and came back. */
class BrokerOutageTest {
    private static final String FLOW = "customers";
    private static final BatchSettings BATCHES = new BatchSettings(10, Duration.ofMillis(5));

    @Test
    void theEmbeddedBrokerKeepsEverythingOverARestart(@TempDir Path folder) {
        try (BrokerHome home = new BrokerHome.Embedded(folder)) {
            keepsEverything(home);
        }
    }

    @Test
    void rabbitKeepsEverythingWhenItIsKilled() {
        try (BrokerHome home = new BrokerHome.Rabbit(RealRabbit.own(), true)) {
            keepsEverything(home);
        }
    }

    @Test
    void readingGoesOnByItselfAndPublishersAreToldWhileTheBrokerIsAway() {
        try (RealRabbit node = RealRabbit.own();
                Broker broker = new BrokerHome.Rabbit(node, true).connect(BrokerHome.settings("t"))) {
            broker.workQueues().declare(FLOW, 2);
            Collected handled = Collected.delivering();
            broker.workQueues().start(FLOW, BATCHES, handled);
            broker.dispatch().toWork(records(FLOW, 20));
            handled.await(20);
            node.awaitQueuesWrittenDown();

            node.kill();
            BrokerFixture.await(() -> !broker.connected());
            assertThatThrownBy(() -> broker.dispatch().toWork(records(FLOW, 1))).isInstanceOf(BrokerException.class);
            assertThat(broker.workQueues().depth(FLOW)).isEmpty();
            node.start();

            BrokerFixture.await(() -> published(broker, records(FLOW, 5)));
            handled.await(25);
            assertThat(broker.connected()).isTrue();
        }
    }

    private static void keepsEverything(BrokerHome home) {
        List<Envelope> records = records(FLOW, 200);
        try (Broker before = home.connect(BrokerHome.settings("t"))) {
            before.workQueues().declare(FLOW, 2);
            before.dispatch().toWork(records);
            retryTheFirstAndBuryTheSecond(before);
        }
        home.crash();
        home.comeBack();
        try (Broker after = home.connect(BrokerHome.settings("t"))) {
            after.workQueues().declare(FLOW, 2);
            Set<String> seen = ConcurrentHashMap.newKeySet();
            after.deadQueue()
                    .start(dead ->
                            dead.forEach(one -> seen.add(one.envelope().key().value())));
            after.workQueues().start(FLOW, BATCHES, (flow, batch) -> {
                batch.forEach(envelope -> seen.add(envelope.key().value()));
                return Records.all(batch, Records.DELIVERED);
            });
            BrokerFixture.await(() -> seen.size() == 200);
        }
    }

    private static void retryTheFirstAndBuryTheSecond(Broker broker) {
        Collected some = new Collected(envelope -> switch (envelope.key().value()) {
            case "k0" -> Records.retry(Duration.ofMillis(900));
            case "k1" -> new Dead(Reason.REFUSED, "no");
            default -> throw new IllegalStateException("not now");
        });
        broker.workQueues().start(FLOW, new BatchSettings(1, Duration.ZERO), some);
        some.await(2);
    }

    private static boolean published(Broker broker, List<Envelope> records) {
        try {
            broker.dispatch().toWork(records);
            return true;
        } catch (BrokerException away) {
            return false;
        }
    }
}
