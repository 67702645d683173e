package io.linkspan.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files saved as people and their tools save them, while the service watches. */
class SavedFilesTest {
    @TempDir
    Path folder;

    private final List<FlowChange> heard = new CopyOnWriteArrayList<>();
    private Path file;
    private FlowRegistry registry;

    @BeforeEach
    void watch() throws FlowsRefused {
        file = FlowText.write(folder, "customers.yaml", sized(250));
        registry = FlowRegistry.open(folder, Set.of(), Set.of("erp", "crm"), InstantSource.system());
        registry.addListener(heard::add);
        registry.watch(Duration.ofMillis(200));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void takesAFileThatAnEditorMovedIntoItsPlace() throws IOException {
        Path beside = FlowText.write(folder, ".customers.yaml.swp", sized(10));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

        awaitSize(10);
        assertThat(heard).singleElement().isInstanceOf(FlowChange.InForce.class);
    }

    @Test
    void takesAFileWhoseOldVersionAnEditorMovedAwayFirst() throws IOException {
        Files.move(file, folder.resolve("customers.yaml~"));
        FlowText.write(folder, "customers.yaml", sized(11));

        awaitSize(11);
        assertThat(heard).noneMatch(FlowChange.Retired.class::isInstance);
    }

    @Test
    void neverTakesAHalfWrittenFile() throws IOException {
        String text = sized(12) + "  email: { from: Contact/EMail, lower: true }\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (FileChannel half =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (byte one : bytes) {
                half.write(ByteBuffer.wrap(new byte[] {one}));
            }
        }

        awaitSize(12);
        assertThat(heard)
                .allSatisfy(change -> assertThat(change)
                        .isInstanceOfSatisfying(
                                FlowChange.InForce.class,
                                now -> assertThat(now.flow().mapping().outline().fields())
                                        .hasSize(3)));
    }

    @Test
    void goesOnWithTheGoodVersionWhileABrokenOneLiesThereAndSaysWhereItIsBroken() {
        FlowText.write(folder, "customers.yaml", sized(250).replace("name: Name", "name: { from: Name, trimm: true }"));

        await().untilAsserted(() -> assertThat(registry.refused()).hasSize(1));
        assertThat(registry.refused().get(file.toString()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("customers.yaml:23:23")
                        .contains("did you mean 'trim'?"));
        assertThat(size()).isEqualTo(250);

        FlowText.write(folder, "customers.yaml", sized(13));
        awaitSize(13);
        assertThat(registry.refused()).isEmpty();
    }

    @Test
    void takesNewFlowsInAndRetiresThoseWhoseFileStaysAway() throws IOException {
        Path second = FlowText.write(folder, "second.yaml", sized(5).replace("flow: customers", "flow: second"));
        await().untilAsserted(() -> assertThat(registry.flow("second")).isPresent());

        Files.delete(second);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(registry.flow("second")).isEmpty());
        assertThat(heard).last().isInstanceOf(FlowChange.Retired.class);
        assertThat(registry.flow("customers")).isPresent();
    }

    private void awaitSize(int size) {
        await().untilAsserted(() -> assertThat(size()).isEqualTo(size));
    }

    private int size() {
        return registry.flow("customers").orElseThrow().from().pull().page().size();
    }

    private static String sized(int size) {
        return FlowText.CUSTOMERS.replace("size: 250", "size: " + size);
    }
}
