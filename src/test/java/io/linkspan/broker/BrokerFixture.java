package io.linkspan.broker;

import io.linkspan.testing.RealRabbit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A broker of either home with a prefix of its own, and what the contracts do with it. */
abstract class BrokerFixture {
    static final BatchSettings BATCHES = new BatchSettings(10, Duration.ofMillis(5));
    static final String FLOW = "customers";

    final String prefix = RealRabbit.freshPrefix();
    Broker broker;

    abstract BrokerHome home();

    @BeforeEach
    void connect() {
        broker = home().connect(BrokerHome.settings(prefix));
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    void reconnect() {
        broker.close();
        connect();
    }

    Collected consume(int partitions, Collected handler) {
        return consume(FLOW, partitions, handler);
    }

    Collected consume(String flow, int partitions, Collected handler) {
        broker.workQueues().declare(flow, partitions);
        broker.workQueues().start(flow, BATCHES, handler);
        return handler;
    }

    List<DeadEnvelope> theDead(int count) {
        List<DeadEnvelope> archived = new CopyOnWriteArrayList<>();
        broker.deadQueue().start(archived::addAll);
        await(() -> archived.size() >= count);
        return archived;
    }

    /** Everything handled was acknowledged: a new consumer of the same queues finds nothing. */
    void assertNothingLeft() {
        broker.workQueues().stop();
        await(() -> broker.workQueues().depth(FLOW).orElse(-1) == 0);
        await(() -> broker.deadQueue().depth().orElse(-1) == 0);
    }

    static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(condition);
    }
}
