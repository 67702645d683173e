package io.linkspan.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns declared sections into JSON Schema (draft 7, which editors understand best), as maps ready to be written. */
final class SchemaWriter {
    private static final List<String> SCALARS = List.of("string", "number", "boolean");

    private SchemaWriter() {}

    static Map<String, Object> object(Section section) {
        Map<String, Object> properties = new LinkedHashMap<>();
        section.keys().values().forEach(key -> properties.put(key.name(), property(key)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        List<String> required = section.keys().values().stream()
                .filter(Section.Key::required)
                .map(Section.Key::name)
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("properties", properties);
        return schema;
    }

    static Map<String, Object> property(Section.Key key) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", key.doc());
        schema.putAll(value(key.expects()));
        return schema;
    }

    private static Map<String, Object> value(Expects expects) {
        return switch (expects) {
            case Expects.Text text -> Map.of("type", SCALARS);
            case Expects.AnyText text -> Map.of("type", List.of("string", "number", "boolean", "null"));
            case Expects.Path path -> Map.of("type", "string");
            case Expects.Span span -> ordered("type", "string", "pattern", Spans.PATTERN);
            case Expects.Count count -> ordered("type", "integer", "minimum", count.least(), "maximum", count.most());
            case Expects.Flag flag -> Map.of("type", "boolean");
            case Expects.HttpCall call -> ordered("type", "string", "pattern", SectionReader.CALL.pattern());
            case Expects.Texts texts -> Map.of("anyOf", oneOrMany(Map.of("type", SCALARS)));
            case Expects.Table table -> tableOf(tableOf(Map.of("type", SCALARS)));
            case Expects.Raw raw -> FlowSchema.parse(raw.schema());
            case Expects.Keys keys -> object(keys.section());
            case Expects.ListOf list -> Map.of("anyOf", oneOrMany(object(list.section())));
            case Expects.Word word ->
                word.open()
                        ? Map.of("anyOf", List.of(Map.of("enum", word.words()), Map.of("type", "string")))
                        : Map.of("enum", word.words());
        };
    }

    private static Map<String, Object> tableOf(Map<String, Object> values) {
        return ordered("type", "object", "additionalProperties", values);
    }

    private static List<Map<String, Object>> oneOrMany(Map<String, Object> one) {
        return List.of(ordered("type", "array", "items", one), one);
    }

    /** A map that is written in the order given; Map.of has another one in every JVM. */
    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
