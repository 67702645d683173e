package io.linkspan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.mapping.MappingResult;
import io.linkspan.mapping.Note;
import io.linkspan.record.Payload;
import io.linkspan.yaml.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The target's schema, enforced on each record. */
class TargetSchemaTest {
    @TempDir
    Path folder;

    private final List<Problem> problems = new ArrayList<>();

    private @Nullable FlowFile read(String to, String more) {
        return FlowText.read(FlowText.write(folder, "f.yaml", "to: " + to + "\nfields: { a: A }\n" + more), problems);
    }

    private List<String> errors(String schema, String record) {
        FlowText.write(folder, "s.json", schema);
        FlowFile file =
                Objects.requireNonNull(read("{ schema: s.json, enforceSchema: true }", ""), () -> problems.toString());
        MappingResult result = file.mapping().map(Payload.xml(record));
        assertThat(result.output() == null).isEqualTo(!result.errors().isEmpty());
        return result.errors().stream().map(Note::code).toList();
    }

    @Test
    void enforcesAPlainJsonSchemaOfItsOwnVersion() {
        String schema = "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"properties\":"
                + "{\"a\":{\"type\":\"string\",\"maxLength\":2}},\"additionalProperties\":false}";

        assertThat(errors(schema, "<R><A>ab</A></R>")).isEmpty();
        assertThat(errors(schema, "<R><A>abc</A></R>")).containsExactly("schema_max_length");
    }

    @Test
    void aCatastrophicPatternIsMatchedInLinearTime() {
        assertThat(errors(
                        "{\"properties\":{\"a\":{\"pattern\":\"^(x+)+$\"}}}",
                        "<R><A>" + "x".repeat(5_000) + "y</A></R>"))
                .containsExactly("schema_pattern");
    }

    @Test
    void aChangedSchemaIsAnotherVersionOfTheFlow() {
        FlowText.write(folder, "s.json", "{}");
        String before = Objects.requireNonNull(read("{ schema: s.json, enforceSchema: true }", ""))
                .hash();
        FlowText.write(folder, "s.json", "{\"type\":\"object\"}");

        assertThat(Objects.requireNonNull(read("{ schema: s.json, enforceSchema: true }", ""))
                        .hash())
                .isNotEqualTo(before);
    }

    @Test
    void refusesWhatCannotBeEnforced() {
        FlowText.write(folder, "bad.json", "{\"properties\":{\"a\":{\"pattern\":\"(?=x)\"}}}");
        FlowText.write(folder, "far.json", "{\"$ref\":\"https://schemas.example/x.json\"}");

        assertThat(List.of(
                        problem("{ enforceSchema: true }", ""),
                        problem("{ schema: none.json, enforceSchema: true }", ""),
                        problem("{ schema: bad.json, enforceSchema: true }", ""),
                        problem("{ schema: far.json, enforceSchema: true }", ""),
                        problem("{ schema: bad.json, enforceSchema: true }", "output: { xml: R }\n")))
                .containsExactly(
                        "missing-key", "file-unreadable", "schema-unreadable", "schema-unreadable", "wrong-value");
    }

    private String problem(String to, String more) {
        problems.clear();
        assertThat(read(to, more)).isNull();
        return problems.getFirst().code();
    }
}
