package io.linkspan.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowRegistryTest {
    private static final Set<String> SYSTEMS = Set.of("erp", "crm");

    @TempDir
    Path folder;

    private final List<FlowChange> heard = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private FlowRegistry registry;

    @BeforeEach
    void openWithOneFlow() throws FlowsRefused {
        save("customers.yaml", FlowText.CUSTOMERS);
        registry = FlowRegistry.open(folder, Set.of(), SYSTEMS, () -> now);
        registry.addListener(heard::add);
    }

    @Test
    void takesEveryFlowOfTheFolderIntoForce() {
        assertThat(registry.flows()).extracting(Flow::name).containsExactly("customers");
    }

    @Test
    void leavesMappingsWithoutSystemsAlone() {
        save("fragment.yaml", "fields: { a: A }\n");

        registry.refresh();

        assertThat(registry.flows()).hasSize(1);
        assertThat(registry.refused()).isEmpty();
    }

    @Test
    void runsADraftOnlyWhenItIsNoneAnyMore() {
        String second = FlowText.CUSTOMERS.replace("flow: customers", "flow: second");
        save("second.yaml", "draft: true\n" + second);
        registry.refresh();
        assertThat(registry.flow("second")).isEmpty();
        assertThat(registry.refused()).isEmpty();

        save("second.yaml", second);
        registry.refresh();

        assertThat(registry.flow("second")).isPresent();
    }

    @Test
    void refusesADraftThatIsBrokenToo() {
        save("second.yaml", "draft: yes\nflow: second\nfields: { a: A }\n");

        registry.refresh();

        assertThat(registry.refused().values())
                .singleElement()
                .satisfies(problems -> assertThat(problems.toString()).contains("second.yaml:1:8"));
    }

    @Test
    void runsAFlowWhoseExamplesAndSchemasStayedWithItsDevelopers() {
        save(
                "customers.yaml",
                FlowText.CUSTOMERS.replace("from:\n", "from:\n  wsdl: ../erp.wsdl\n")
                        + "sample: s.xml\nexamples: [{ given: a.xml, expect: a.json }]\n");

        registry.refresh();

        assertThat(registry.refused()).isEmpty();
        assertThat(heard).hasSize(1);
    }

    @Test
    void swapsASavedFileForTheVersionBefore() {
        Flow before = registry.flow("customers").orElseThrow();
        save("customers.yaml", FlowText.CUSTOMERS.replace("size: 250", "size: 100"));

        registry.refresh();

        Flow after = registry.flow("customers").orElseThrow();
        assertThat(after.from().pull().page().size()).isEqualTo(100);
        assertThat(before.from().pull().page().size())
                .as("work under way keeps its version")
                .isEqualTo(250);
        assertThat(heard).containsExactly(new FlowChange.InForce(after, before));
    }

    @Test
    void keepsTheGoodVersionWhenABrokenOneIsSavedAndTakesTheMendedOne() {
        save("customers.yaml", FlowText.CUSTOMERS.replace("every: 30s", "every: soon"));
        registry.refresh();

        assertThat(registry.flow("customers")).isPresent();
        assertThat(registry.refused()).hasSize(1);
        assertThat(heard).singleElement().isInstanceOfSatisfying(FlowChange.Refused.class, refused -> {
            assertThat(refused.problems())
                    .extracting(Object::toString)
                    .singleElement()
                    .asString()
                    .contains("30s, 5m or 1h30m");
            assertThat(refused.stillInForce()).isNotNull();
        });

        save("customers.yaml", FlowText.CUSTOMERS.replace("every: 30s", "every: 45s"));
        registry.refresh();

        assertThat(registry.refused()).isEmpty();
        assertThat(registry.flow("customers").orElseThrow().from().every()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void tellsARefusalOnceUntilTheFileChanges() {
        save("customers.yaml", FlowText.CUSTOMERS.replace("every: 30s", "every: soon"));
        registry.refresh();
        registry.refresh();

        assertThat(heard).hasSize(1);
    }

    @Test
    void retiresAFlowOnlyWhenItsFileStaysAway() throws IOException {
        Files.delete(folder.resolve("customers.yaml"));
        registry.refresh();
        assertThat(registry.flows()).as("an editor may be saving").hasSize(1);

        now = now.plusSeconds(2);
        registry.refresh();

        assertThat(registry.flows()).isEmpty();
        assertThat(heard).singleElement().isInstanceOf(FlowChange.Retired.class);
    }

    @Test
    void followsARenamedFileWithoutRetiringTheFlow() throws IOException {
        Files.move(folder.resolve("customers.yaml"), folder.resolve("companies.yaml"));
        registry.refresh();
        now = now.plusSeconds(2);
        registry.refresh();

        assertThat(registry.flow("customers").orElseThrow().file()).endsWith("companies.yaml");
        assertThat(heard).isEmpty();
    }

    @Test
    void refusesASecondFlowOfTheSameName() {
        save("another.yaml", FlowText.CUSTOMERS);

        registry.refresh();

        assertThat(registry.flow("customers").orElseThrow().file()).endsWith("customers.yaml");
        assertThat(registry.refused())
                .hasSize(1)
                .containsKey(folder.resolve("another.yaml").toString());
    }

    @Test
    void opensNothingWhileOneFileIsBroken() {
        save("broken.yaml", "flow: broken\nfrom: [\n");
        save("broken2.yaml", FlowText.CUSTOMERS.replace("customers", "second").replace("system: erp", "system: sap"));

        assertThatThrownBy(() -> FlowRegistry.open(folder, Set.of(), SYSTEMS, () -> now))
                .isInstanceOf(FlowsRefused.class)
                .hasMessageContaining("broken.yaml:")
                .hasMessageContaining("system 'sap' is not configured");
    }

    @Test
    void saysThatTheFolderIsNotThere() {
        assertThatThrownBy(() -> FlowRegistry.open(folder.resolve("none"), Set.of(), SYSTEMS, () -> now))
                .hasMessageContaining("there is no such file")
                .hasMessageContaining("linkspan.mappings");
    }

    @Test
    void noticesASavedFileByItself() {
        try (FlowRegistry watching = registry) {
            watching.watch(Duration.ofMillis(200));
            save("second.yaml", FlowText.CUSTOMERS.replace("flow: customers", "flow: second"));

            await().untilAsserted(() -> assertThat(watching.flow("second")).isPresent());
        }
    }

    private void save(String name, String text) {
        FlowText.write(folder, name, text);
    }

    @Test
    void readsOnlyTheFilesThatAreWanted() throws Exception {
        Files.writeString(folder.resolve("other.yaml"), "flow: [");
        try (FlowRegistry chosen = FlowRegistry.open(folder, Set.of("customers"), SYSTEMS, () -> now)) {
            assertThat(chosen.refused()).isEmpty();
            assertThat(chosen.flows()).hasSize(1);
        }
    }
}
