package io.linkspan.flow;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import io.linkspan.mapping.Note;
import io.linkspan.mapping.OutputCheck;
import io.linkspan.record.Payload;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks mapped records by the target's schema; each error has the code {@code schema_} and the broken keyword. */
final class SchemaCheck implements OutputCheck {
    private static final int LONGEST = 200;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Schema schema;

    SchemaCheck(Schema schema) {
        this.schema = schema;
    }

    @Override
    public List<Note> errors(Payload output) {
        return schema.validate(JSON.readTree(output.bytes())).stream()
                .map(SchemaCheck::note)
                .distinct()
                .toList();
    }

    private static Note note(Error error) {
        return new Note(field(error), code(error.getKeyword()), "", detail(error), null, null);
    }

    /** The field as the mapping names it; a property that is missing, or that should not be there, is the field itself. */
    private static String field(Error error) {
        StringBuilder field = new StringBuilder();
        NodePath at = error.getInstanceLocation();
        for (int i = 0; i < at.getNameCount(); i++) {
            append(field, at.getElement(i));
        }
        if (error.getProperty() != null) {
            append(field, error.getProperty());
        }
        return field.toString();
    }

    private static void append(StringBuilder field, Object step) {
        if (step instanceof Number) {
            field.append('[').append(step).append(']');
        } else {
            field.append(field.isEmpty() ? "" : ".").append(step);
        }
    }

    private static String code(String keyword) {
        return "schema_" + keyword.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** What the schema says, never the value. */
    private static String detail(Error error) {
        return switch (error.getKeyword()) {
            case "required" -> "the target's schema requires it";
            case "additionalProperties", "unevaluatedProperties" -> "the target's schema has no such field";
            default -> "the target's schema says " + error.getKeyword() + " " + cut(error.getSchemaNode());
        };
    }

    private static String cut(JsonNode rule) {
        String text = String.valueOf(rule);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
