package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.linkspan.record.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Targets that go away and come back, over a real RabbitMQ: nothing is lost, overtaken or used up meanwhile. */
class OutageTest extends TargetEdge {
    private static final int RECORDS = 2_000;

    @Test
    void aTargetThatRefusesConnectionsCostsNoAttemptAndHoldsUpNoOtherFlow() {
        mail.open();
        try (Bridge bridge = Bridge.start(properties())) {
            bridge.publish(records("things", RECORDS, 1));
            bridge.publish(records("letters", 200, 1));
            await().atMost(PATIENCE).until(() -> mail.taken().size() == 200);
            await().atMost(PATIENCE)
                    .until(() -> bridge.count("linkspan.system.call", "outcome", "breaker-open")
                                    + bridge.count("linkspan.system.call", "outcome", "connect-refused")
                            > 12);
            assertThat(bridge.count("linkspan.broker.sent", "flow", "things")).isZero();

            crm.open();

            await().atMost(PATIENCE).until(() -> crm.taken().size() == RECORDS);
            assertThat(crm.taken().values()).allMatch(versions -> versions.equals(List.of(1)));
            assertThat(bridge.count("linkspan.broker.sent", "flow", "things")).isZero();
            assertThat(bridge.outcomes()).noneMatch(Outcome.Retry.class::isInstance);
        }
    }

    @Test
    void aTargetThatAnswers503SpendsOnlyTheFirstAttemptsOfFewAndNothingDies() {
        crm.open();
        crm.answers(503);
        Map<String, Object> properties = properties();
        properties.put("linkspan.broker.retry-tiers", "100ms,300ms");
        try (Bridge bridge = Bridge.start(properties)) {
            bridge.publish(records("things", RECORDS, 1));
            await().atMost(PATIENCE).until(() -> crm.calls() > 60);
            assertThat(bridge.count("linkspan.broker.sent", "flow", "things", "to", "retry"))
                    .isLessThan(25);

            crm.answers(200);

            await().atMost(PATIENCE).until(() -> crm.taken().size() == RECORDS);
            assertThat(bridge.outcomes()).noneMatch(Outcome.Dead.class::isInstance);
            assertThat(bridge.outcomes())
                    .filteredOn(Outcome.Retry.class::isInstance)
                    .hasSizeLessThan(25);
        }
    }

    @Test
    void aRecordThatWaitsThroughAnOutageDoesNotOvertakeANewerState() {
        crm.open();
        crm.answers(503);
        Map<String, Object> properties = properties();
        properties.put("linkspan.broker.retry-tiers", "100ms,300ms,1s");
        try (Bridge bridge = Bridge.start(properties)) {
            bridge.publish(records("things", 50, 1));
            await().atMost(PATIENCE).until(() -> crm.calls() > 20);
            bridge.publish(records("things", 50, 2));
            crm.answers(200);
            bridge.publish(records("things", 50, 3));

            await().atMost(PATIENCE)
                    .until(() -> bridge.outcomes().stream()
                                    .filter(outcome -> outcome instanceof Outcome.Delivered
                                            || outcome instanceof Outcome.Superseded)
                                    .count()
                            == 150);
            assertThat(crm.taken().values())
                    .hasSize(50)
                    .allSatisfy(versions -> assertThat(versions)
                            .isSorted()
                            .doesNotHaveDuplicates()
                            .endsWith(3));
        }
    }
}
