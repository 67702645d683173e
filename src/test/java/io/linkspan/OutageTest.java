package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.linkspan.record.Attempts;
import io.linkspan.record.CorrelationId;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import io.linkspan.record.TraceParent;
import io.linkspan.record.Version;
import io.linkspan.testing.RealRabbit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets that go away and come back, over a real RabbitMQ: nothing is lost, overtaken or used up meanwhile. */
class OutageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int RECORDS = 2_000;

    @TempDir
    Path folder;

    private final String prefix = RealRabbit.freshPrefix();
    private final PlainTarget crm = new PlainTarget();
    private final PlainTarget mail = new PlainTarget();

    @BeforeEach
    void writeFlows() throws IOException {
        Files.createDirectories(folder.resolve("flows"));
        flow("things", "crm", 4);
        flow("letters", "mail", 2);
    }

    @AfterEach
    void close() {
        crm.close();
        mail.close();
    }

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

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("linkspan.broker.url", RealRabbit.shared().url().toString());
        properties.put("linkspan.broker.prefix", prefix);
        properties.put("linkspan.data", folder.toString());
        properties.put("linkspan.mappings", folder.resolve("flows").toString());
        properties.put("linkspan.systems.erp.protocol", "soap");
        properties.put("linkspan.systems.erp.url", "http://127.0.0.1:1/nobody");
        properties.put("linkspan.systems.crm.protocol", "rest");
        properties.put("linkspan.systems.crm.url", crm.url());
        properties.put("linkspan.systems.mail.protocol", "rest");
        properties.put("linkspan.systems.mail.url", mail.url());
        properties.put("resilience4j.circuitbreaker.instances.crm.base-config", "default");
        properties.put("resilience4j.circuitbreaker.instances.crm.wait-duration-in-open-state", "300ms");
        properties.put("logging.level.io.linkspan", "error");
        return properties;
    }

    private void flow(String name, String system, int partitions) throws IOException {
        Files.writeString(folder.resolve("flows").resolve(name + ".yaml"), """
                flow: %s
                partitions: %d
                from:
                  system: erp
                  pull: { operation: List, request: <List/>, records: List/Thing, every: 1h }
                  key: Key
                  version: N
                to:
                  system: %s
                  upsert: PUT /things/{key}
                fields:
                  key: Key
                  n: { from: N, integer: true }
                """.formatted(name, partitions, system));
    }

    private static List<Envelope> records(String flow, int count, int version) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Envelope(
                        flow,
                        new RecordKey("K" + i),
                        Version.of("" + version, version * 1_000_000L + i),
                        CorrelationId.mint(),
                        TraceParent.start(),
                        Payload.xml("<Thing><Key>K" + i + "</Key><N>" + version + "</N></Thing>"),
                        Attempts.NONE,
                        null))
                .toList();
    }
}
