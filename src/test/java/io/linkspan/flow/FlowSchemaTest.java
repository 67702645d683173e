package io.linkspan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The editor's schema says of a file what the reader says: nothing of a good one, something of a bad one. */
class FlowSchemaTest {
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(FlowSchema.json());

    static Stream<Path> goodFiles() throws IOException {
        try (Stream<Path> cases = Files.walk(Path.of("src/test/resources/cases"));
                Stream<Path> flows = Files.list(Path.of("mappings"))) {
            List<Path> files = Stream.concat(
                            cases.filter(file -> file.endsWith("mapping.yaml")),
                            flows.filter(file -> file.toString().endsWith(".yaml")))
                    .toList();
            assertThat(files).hasSizeGreaterThan(100);
            return files.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void findsNothingInAGoodFile(Path file) throws IOException {
        assertThat(complaints(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "felds: { a: A }",
                "fields: { a: { form: A } }",
                "fields: { a: { from: A, lokup: { A: b } } }",
                "fields: { a: { from: A, date: { in: iso, owt: iso } } }",
                "fields: { a: { from: A, round: { scale: 2, rounding: hlaf-up } } }",
                "fields: { a: { from: A, decimal: de, otherwise: kepe } }",
                "fields: { a: { from: A, boolean: { true: J, flase: N } } }",
                "fields: { a: { from: A, steps: [trimm] } }",
                "fields: { a: { from: A, steps: [{ trimm: true }] } }",
                "fields: { a: { from: A, reference: { flwo: customers } } }",
                "fields: { a: { each: A, fields: { b: { form: B } } } }",
                "fields: { a: { join: [{ form: B }] } }",
                "fields: { a: A }\ncheck: [{ that: x, feld: a }]",
                "fields: { a: A }\nlimits: { deepth: 3 }",
                "fields: { a: A }\noutput: { xml: A, namepsace: b }",
                "fields: { a: A }\ndefaults: { empti: omit }",
                "fields: { a: A }\nfrom: { systm: erp }",
                "fields: { a: A }\npartitions: many",
            })
    void findsAMistake(String file) {
        assertThat(complaints(file)).isNotEmpty();
    }

    private static List<?> complaints(String yaml) {
        YamlNode root = Objects.requireNonNull(YamlReader.read("flow.yaml", yaml, new Problems()));
        return SCHEMA.validate(JsonOfYaml.of(root));
    }
}
