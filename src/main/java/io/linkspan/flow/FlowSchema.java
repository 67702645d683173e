package io.linkspan.flow;

import io.linkspan.mapping.function.Function;
import io.linkspan.mapping.function.Functions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema of flow files, for completion and hover texts in editors. Made from the very keys the reader knows and
 * from the functions' own documentation, so that it cannot stray from them.
 */
public final class FlowSchema {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RULE = "rule";

    private FlowSchema() {}

    /** The schema (draft 7, which editors know best) as indented text. */
    public static String json() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "Linkspan flow");
        schema.putAll(root());
        schema.put("definitions", definitions());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    }

    private static Map<String, Object> root() {
        Map<String, Object> root = SchemaWriter.object(FlowKeys.ROOT);
        properties(root).putAll(properties(SchemaWriter.object(MappingKeys.ROOT)));
        return root;
    }

    private static Map<String, Object> definitions() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("fields", SchemaWriter.ordered("type", "object", "additionalProperties", reference("field")));
        definitions.put("field", Map.of("anyOf", List.of(Map.of("type", "string"), reference(RULE))));
        Map<String, Object> rule = rule();
        definitions.put(RULE, rule);
        definitions.put("step", step(properties(rule).keySet()));
        definitions.put("emptiness", parse(MappingKeys.EMPTINESS_SCHEMA));
        return definitions;
    }

    private static Map<String, Object> rule() {
        Map<String, Object> rule = SchemaWriter.object(MappingKeys.FIELD);
        Map<String, Object> keys = properties(rule);
        for (Function function : Functions.all().values()) {
            Map<String, Object> property = FunctionProperty.of(function);
            keys.merge(function.name(), property, FlowSchema::eitherWay);
            for (String companion : function.companions()) {
                // The same words stand inside the argument and beside it.
                if (property.get("properties") instanceof Map<?, ?> inside && inside.get(companion) != null) {
                    keys.putIfAbsent(companion, inside.get(companion));
                }
            }
        }
        return rule;
    }

    /** An entry of {@code steps}: a function's name, or functions with their arguments. */
    private static Map<String, Object> step(Set<String> ruleKeys) {
        Map<String, Object> steps = new LinkedHashMap<>();
        ruleKeys.stream()
                .filter(key -> !MappingKeys.FIELD.names().contains(key) || MappingKeys.STEPS.contains(key))
                .forEach(key -> steps.put(key, Map.of("$ref", "#/definitions/rule/properties/" + key)));
        Functions.all()
                .keySet()
                .forEach(key -> steps.putIfAbsent(key, Map.of("$ref", "#/definitions/rule/properties/" + key)));
        return Map.of(
                "anyOf",
                List.of(
                        SchemaWriter.ordered("enum", List.copyOf(steps.keySet())),
                        SchemaWriter.ordered("type", "object", "additionalProperties", false, "properties", steps)));
    }

    /** A key that is the engine's on a list and a function's on a value. */
    private static Object eitherWay(Object engine, Object function) {
        String both = described(function) + " On a list, " + described(engine);
        return SchemaWriter.ordered("description", both, "anyOf", List.of(function, engine));
    }

    private static String described(Object property) {
        return String.valueOf(((Map<?, ?>) property).get("description"));
    }

    @SuppressWarnings("unchecked") // JSON objects have texts for keys
    static Map<String, Object> parse(String json) {
        return JSON.readValue(json, LinkedHashMap.class);
    }

    @SuppressWarnings("unchecked") // SchemaWriter puts nothing else there
    private static Map<String, Object> properties(Map<String, Object> object) {
        return (Map<String, Object>) Objects.requireNonNull(object.get("properties"));
    }

    private static Map<String, Object> reference(String definition) {
        return Map.of("$ref", "#/definitions/" + definition);
    }
}
