package io.linkspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.linkspan.flow.FlowSchema;
import io.linkspan.mapping.function.Functions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaCommandTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void writesTheSchemaAndNamesItInEachFlowFileOnce() throws IOException {
        Path flow = Called.file(folder, "flow.yaml", "fields: { a: A }\n");

        Called first = Called.with("schema", "--folder", folder);
        assertThat(first.out().lines()).hasSize(2);
        assertThat(Files.readString(flow))
                .isEqualTo("# yaml-language-server: $schema=schema/flow.schema.json\nfields: { a: A }\n");
        assertThat(Files.readString(folder.resolve("schema/flow.schema.json"))).isEqualTo(FlowSchema.json());

        assertThat(Called.with("schema", "--folder", folder).out()).isEmpty();
        assertThat(Called.with("schema", "--folder", folder, "--check").exitCode())
                .isZero();
    }

    @Test
    void tellsAStaleSchema() {
        Called.file(folder, "schema/flow.schema.json", "{}");

        Called called = Called.with("schema", "--folder", folder, "--check");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.out()).startsWith("stale ");
    }

    @Test
    void explainsEveryFunction() {
        JsonNode rule = JSON.readTree(FlowSchema.json()).at("/definitions/rule/properties");

        Functions.all()
                .values()
                .forEach(function -> assertThat(
                                rule.at("/" + function.name() + "/description").asString())
                        .as(function.name())
                        .startsWith(function.doc().summary()));
    }

    @Test
    void acceptsAGoodFlowFile() throws IOException {
        assertThat(problems(Files.readString(Path.of("src/test/resources/flows/customers.yaml"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fields: { a: { form: A } }",
                "fields: { a: { from: A, required: often } }",
                "fields: { a: A }\nform: {}",
                "fields: { a: A }\nto: { upsert: PUT companies }",
                "fields: { a: A }\nretry: { maxAge: soon }",
                "fields: { a: A }\npartitions: 900",
                "fields: { a: { from: A, absent: vanish } }",
            })
    void refusesWhatTheReaderRefuses(String flow) {
        assertThat(problems(flow)).isNotEmpty();
        assertThat(Called.with("lint", Called.file(folder, "x.yaml", flow)).exitCode())
                .isEqualTo(1);
    }

    private static List<?> problems(String yaml) {
        Map<?, ?> flow = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(FlowSchema.json());
        return schema.validate(JSON.valueToTree(flow));
    }
}
