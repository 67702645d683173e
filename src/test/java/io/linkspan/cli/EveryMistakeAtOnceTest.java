package io.linkspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flow files full of mistakes: each is told, once, and nothing that only follows from it. */
class EveryMistakeAtOnceTest {
    private static final Path FOLDER = Path.of("src/test/resources/torture");

    @TempDir
    Path folder;

    @Test
    void tellsEachMistakeOnceWithItsPlaceAndItsMend() throws IOException {
        Called called = Called.with("lint", FOLDER.resolve("customers.yaml"), FOLDER.resolve("orders.yaml"));

        assertThat(called.out().replace(FOLDER + "/", "")).isEqualTo(Files.readString(FOLDER.resolve("expected.txt")));
        assertThat(called.exitCode()).isEqualTo(1);
    }

    @Test
    void saysNothingOfFieldsThatMayStandInAFileThatCannotBeRead() {
        Path flow = Called.file(folder, "flow.yaml", """
                use: [missing.yaml]
                to: { schema: "crm.yaml" }
                fields:
                  name: { from: Name, when: "city != ''" }
                  secret: { from: Key, hidden: true }
                  lines:
                    each: Line
                    use: missing.yaml
                    sort: amount desc
                    where: "city == town"
                check:
                  - { that: "zip != ''", field: zip }
                """);
        Called.file(
                folder,
                "crm.yaml",
                "{ type: object, required: [city], properties: { city: {}, name: {}, lines: {} } }");

        assertThat(Called.with("lint", flow).out().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("'missing.yaml' cannot be read"));
    }

    /** What is wrong with one key of a function does not hide what is wrong with another. */
    @Test
    void tellsEveryMistakeOfOneFunction() {
        Path flow = Called.file(folder, "flow.yaml", """
                fields:
                  day: { from: Day, date: { in: yyyyMMbb, owt: iso, pivot: x, zone: Nowhere, otherwise: { valeu: 1, kepe: true } } }
                """);

        assertThat(Called.with("lint", flow).out().lines()).hasSize(6);
    }

    @Test
    void aRequiredFieldCannotAlwaysBeNothing() {
        for (String nothing : new String[] {"null", "\" \"", "[]"}) {
            Path flow = Called.file(
                    folder, "flow.yaml", "fields: { a: { const: %s, required: true } }\n".formatted(nothing));

            assertThat(Called.with("lint", flow).out())
                    .contains("flow.yaml:1:14 'a' is required, and its constant is nothing");
        }
    }
}
