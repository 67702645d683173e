package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.flow.Flow;
import io.linkspan.flow.FlowRegistry;
import io.linkspan.ops.StartFailure;
import io.linkspan.system.wiring.SystemsFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which flows the service starts with, and how it says that it cannot. */
class FlowsConfigurationTest {
    private static final String TINY = """
            flow: NAME
            from:
              system: erp
              pull: { operation: List, request: <List/>, records: R/x }
              key: k
            to: { system: SYSTEM, upsert: 'PUT /c/{id}' }
            fields: { id: k }
            """;

    @TempDir
    Path folder;

    private final SystemsFixture systems = new SystemsFixture(Map.of(
            "~.erp.protocol",
            "soap",
            "~.erp.url",
            "http://127.0.0.1:1",
            "~.crm.protocol",
            "rest",
            "~.crm.url",
            "http://127.0.0.1:1"));

    @AfterEach
    void close() {
        systems.close();
    }

    private FlowRegistry registry(Path mappings, Set<String> flows) {
        FlowSettings settings = new FlowSettings(mappings, flows, Duration.ofSeconds(2));
        return new FlowsConfiguration().flowRegistry(settings, systems.systems(), Clock.systemUTC());
    }

    private void write(String name, String system) throws IOException {
        Files.writeString(
                folder.resolve(name + ".yaml"), TINY.replace("NAME", name).replace("SYSTEM", system));
    }

    @Test
    void runsEveryFileOfTheFolderOrOnlyThoseThatAreNamed() throws Exception {
        write("orders", "crm");
        write("customers", "crm");

        try (FlowRegistry all = registry(folder, Set.of());
                FlowRegistry one = registry(folder, Set.of("orders"))) {
            assertThat(all.flows()).extracting(Flow::name).containsExactlyInAnyOrder("orders", "customers");
            assertThat(one.flows()).extracting(Flow::name).containsExactly("orders");
        }
    }

    @Test
    void saysWhichFileIsWrongAndWhatChecksItWithoutStarting() throws Exception {
        write("orders", "nowhere");

        assertThatThrownBy(() -> registry(folder, Set.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("orders.yaml:6")
                .hasMessageContaining("nowhere");
    }

    @Test
    void saysThatThereIsNoFolder() {
        assertThatThrownBy(() -> registry(folder.resolve("none"), Set.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("none");
    }
}
