package io.linkspan.cli;

import io.linkspan.mapping.MappingResult;
import io.linkspan.mapping.Note;
import io.linkspan.mapping.Unresolved;
import io.linkspan.record.Payload;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What became of a record, as one line of JSON: {@code {"output":…,"warnings":[…],"errors":[…]}}. */
final class ResultJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ResultJson() {}

    static String line(MappingResult result) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeName("output");
            output(json, result.output());
            notes(json, "warnings", result.warnings());
            notes(json, "errors", result.errors());
            if (!result.unresolved().isEmpty()) {
                unresolved(json, result.unresolved());
            }
            json.writeEndObject();
        }
        return line.toString();
    }

    private static void output(JsonGenerator json, @Nullable Payload output) {
        if (output == null) {
            json.writeNull();
        } else if (output.format() == Payload.Format.JSON) {
            json.writeRawValue(output.text());
        } else {
            json.writeString(output.text());
        }
    }

    private static void notes(JsonGenerator json, String name, List<Note> notes) {
        json.writeArrayPropertyStart(name);
        for (Note note : notes) {
            json.writeStartObject();
            json.writeStringProperty("field", note.field());
            json.writeStringProperty("code", note.code());
            text(json, "source", note.source());
            text(json, "value", note.value());
            text(json, "other", note.other());
            text(json, "detail", note.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void unresolved(JsonGenerator json, List<Unresolved> references) {
        json.writeArrayPropertyStart("unresolved");
        for (Unresolved reference : references) {
            json.writeStartObject();
            json.writeStringProperty("field", reference.field());
            json.writeStringProperty("flow", reference.flow());
            json.writeStringProperty("key", reference.key());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            json.writeStringProperty(name, text);
        }
    }
}
