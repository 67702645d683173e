package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.linkspan.record.Outcome;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The number of partitions is changed twice, up and down, while records wait in the queues of before and on the retry
 * ladder, over a real RabbitMQ: each arrives, none twice, and none after a newer state of the same record.
 */
class PartitionChangeTest extends TargetEdge {
    private static final int KEYS = 60;

    @Test
    void losesNothingAndInvertsNothing() throws IOException {
        crm.open();
        crm.answers(503);
        long before = stateWaits(2, 1) + stateWaits(5, 2);
        crm.answers(200);
        flow("things", "crm", 1);
        try (Bridge bridge = Bridge.start(properties())) {
            bridge.publish(records("things", KEYS, 3));

            await().atMost(PATIENCE).until(() -> before + settled(bridge) >= 3 * KEYS);

            assertThat(bridge.outcomes()).noneMatch(Outcome.Dead.class::isInstance);
            assertThat(crm.overlaps()).isZero();
            assertThat(crm.taken().values())
                    .hasSize(KEYS)
                    .allSatisfy(versions -> assertThat(versions)
                            .isSorted()
                            .doesNotHaveDuplicates()
                            .endsWith(3));
        }
    }

    /**
     * Some of the records come to wait on the ladder, the others stay in their queues. Returns how many were settled all
     * the same: those superseded by a state that is newer and waits too.
     */
    private long stateWaits(int partitions, int version) throws IOException {
        flow("things", "crm", partitions);
        int before = crm.calls();
        Bridge bridge = Bridge.start(properties());
        try (bridge) {
            bridge.publish(records("things", KEYS, version));
            await().atMost(PATIENCE).until(() -> crm.calls() > before + 15);
        }
        assertThat(bridge.outcomes()).noneMatch(Outcome.Delivered.class::isInstance);
        return settled(bridge);
    }

    private static long settled(Bridge bridge) {
        return bridge.outcomes().stream()
                .filter(outcome -> outcome instanceof Outcome.Delivered || outcome instanceof Outcome.Superseded)
                .count();
    }

    @Override
    Map<String, Object> properties() {
        Map<String, Object> properties = super.properties();
        properties.put("linkspan.broker.retry-tiers", "500ms,3s,10s");
        return properties;
    }
}
