package io.linkspan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.record.Payload;
import io.linkspan.record.Version;
import io.linkspan.yaml.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionFactsTest {
    @TempDir
    Path folder;

    @Test
    void comparesAVersionInTheSourcesOwnFormatAsTheMomentItMeans() throws Exception {
        String february = version("Changed", "28.02.2026 12:00:00");
        String march = version("Changed", "01.03.2026 12:00:00");

        assertThat(february).isEqualTo("2026-02-28T11:00:00Z");
        assertThat(Version.of(march, 1).newerThan(Version.of(february, 2))).isTrue();
    }

    @Test
    void leavesAVersionOfAnotherFieldAsItIs() throws Exception {
        assertThat(version("Number", "28.02.2026 12:00:00")).isEqualTo("7");
    }

    private @Nullable String version(String field, String changed) throws Exception {
        Path file = Files.writeString(folder.resolve("things.yaml"), """
                flow: things
                from:
                  system: erp
                  pull:
                    operation: List
                    request: <List>${since}</List>
                    records: List/Thing
                    since: { field: Changed, format: "dd.MM.yyyy HH:mm:ss", zone: Europe/Berlin }
                  key: Key
                  version: %s
                to: { system: crm, upsert: "PUT /things/{key}" }
                fields: { key: Key }
                """.formatted(field));
        Flow flow = Objects.requireNonNull(FlowReader.anySystem().read(file, new Problems()))
                .flow()
                .orElseThrow();
        return flow.from()
                .facts()
                .of(Payload.xml("<Thing><Key>K</Key><Number>7</Number><Changed>" + changed + "</Changed></Thing>"))
                .version();
    }
}
