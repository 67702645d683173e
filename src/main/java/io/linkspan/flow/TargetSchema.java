package io.linkspan.flow;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.regex.RegularExpression;
import io.linkspan.mapping.MappingFiles;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import io.linkspan.yaml.YamlReader;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Opens the target's JSON Schema or OpenAPI component for checks at run time. Files beside the flow file only: nothing is
 * ever fetched. Patterns are matched in linear time.
 */
final class TargetSchema {
    private static final String BESIDE = "beside://files/";

    private final MappingFiles files;
    private final YamlText reference;
    private final Problems problems;

    private TargetSchema(MappingFiles files, YamlText reference, Problems problems) {
        this.files = files;
        this.reference = reference;
        this.problems = problems;
    }

    /** A file that cannot be used; what is wrong with it has been noted. */
    private static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable() {
            super("noted", null, false, false);
        }
    }

    /** The check; null after a problem. */
    static @Nullable SchemaCheck open(YamlText reference, MappingFiles files, Problems problems) {
        return new TargetSchema(files, reference, problems).open();
    }

    private @Nullable SchemaCheck open() {
        try {
            String file = reference.text().split("#", 2)[0];
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                    dialect(root(file)), builder -> builder.schemas(this::text).schemaRegistryConfig(config()));
            Schema schema = registry.getSchema(SchemaLocation.of(BESIDE + reference.text()));
            schema.initializeValidators();
            schema.validate(JsonNodeFactory.instance.objectNode());
            return new SchemaCheck(schema);
        } catch (Unusable noted) {
            return null;
        } catch (SchemaException | PatternSyntaxException bad) {
            problems.error(
                    reference.place(),
                    "schema-unreadable",
                    "the target's schema cannot be used: " + bad.getMessage(),
                    "write schema: FILE#/components/schemas/NAME");
            return null;
        }
    }

    private static SchemaRegistryConfig config() {
        return SchemaRegistryConfig.builder()
                .preloadSchema(true)
                .regularExpressionFactory(TargetSchema::expression)
                .build();
    }

    private static RegularExpression expression(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).find();
    }

    /** By the file's own word: OpenAPI 3.0 and 3.1 differ, and a schema without {@code $schema} is of 2020-12. */
    private static Dialect dialect(YamlMap root) {
        String openApi = root.get("openapi") instanceof YamlText version ? version.text() : "";
        if (openApi.isEmpty()) {
            return Dialects.getDraft202012();
        }
        return openApi.startsWith("3.0") ? Dialects.getOpenApi30() : Dialects.getOpenApi31();
    }

    /** A schema file as JSON text, by the address it is known under here; null for what is none of ours. */
    private @Nullable String text(String address) {
        return address.startsWith(BESIDE)
                ? JsonOfYaml.of(root(URI.create(address).getPath().substring(1)))
                        .toString()
                : null;
    }

    private YamlMap root(String file) {
        String text = files.read(file, reference, problems);
        YamlMap root = text == null ? null : YamlReader.readMap(file, text, problems);
        if (root == null) {
            throw new Unusable();
        }
        return root;
    }
}
