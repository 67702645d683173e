package io.linkspan;

import io.linkspan.record.Attempts;
import io.linkspan.record.CorrelationId;
import io.linkspan.record.Envelope;
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
import org.junit.jupiter.api.io.TempDir;

/** The whole service on a real RabbitMQ before two targets that can be away: the flow things to crm, letters to mail. */
abstract class TargetEdge {
    static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    final PlainTarget crm = new PlainTarget();
    final PlainTarget mail = new PlainTarget();
    private final String prefix = RealRabbit.freshPrefix();

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

    Map<String, Object> properties() {
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

    void flow(String name, String system, int partitions) throws IOException {
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

    static List<Envelope> records(String flow, int count, int version) {
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
