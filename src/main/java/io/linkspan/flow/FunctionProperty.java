package io.linkspan.flow;

import io.linkspan.mapping.function.Function;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A function's key in the editor's schema: its argument, its hover text and its examples, all from its own documentation. */
final class FunctionProperty {
    private static final String DESCRIPTION = "description";

    /** {@code - `key`: what it means}, or {@code - `key`, `other`: …}, with the lines indented behind it. */
    private static final Pattern ITEM = Pattern.compile("(?m)^- ((?:`\\w+(?:: true)?`,? ?)+): ?((?:[^\\n]|\\n {2,})+)");

    private static final Pattern NAME = Pattern.compile("`(\\w+)");

    private FunctionProperty() {}

    static Map<String, Object> of(Function function) {
        Map<String, Object> property = FlowSchema.parse(function.doc().argumentSchema());
        String summary = function.doc().summary();
        property.merge(DESCRIPTION, summary, (argument, sentence) -> sentence + " " + argument);
        property.put("markdownDescription", summary + "\n\n" + function.doc().argument());
        offer(function, property);
        if (property.get("properties") instanceof Map<?, ?> keys) {
            property.put("properties", explained(keys, function.doc().argument()));
        }
        return property;
    }

    /** Editors offer the arguments of the function's examples: a single value as it is, anything longer by a label. */
    private static void offer(Function function, Map<String, Object> property) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> snippets = new LinkedHashMap<>();
        for (Function.Example example : function.doc().examples()) {
            YamlNode node = YamlReader.read("example", example.argument(), new Problems());
            if (node instanceof YamlNode.YamlText) {
                values.put(example.argument(), JsonOfYaml.of(node));
            } else if (node != null && isPlain(example.argument())) {
                snippets.put(
                        example.argument(),
                        SchemaWriter.ordered("label", example.argument(), "body", JsonOfYaml.of(node)));
            }
        }
        if (!values.isEmpty()) {
            property.put("examples", List.copyOf(values.values()));
        }
        if (!snippets.isEmpty()) {
            property.put("defaultSnippets", List.copyOf(snippets.values()));
        }
    }

    /** A dollar would be a variable of the editor's, and an empty key is lost by it. */
    private static boolean isPlain(String argument) {
        return !argument.contains("$") && !argument.contains("\"\":");
    }

    /** The keys, each with what the argument's own list says of it. */
    private static Map<String, Object> explained(Map<?, ?> keys, String argument) {
        Map<String, String> said = said(argument);
        Map<String, Object> explained = new LinkedHashMap<>();
        keys.forEach(
                (key, schema) -> explained.put(String.valueOf(key), explained(schema, said.get(String.valueOf(key)))));
        return explained;
    }

    private static Object explained(Object schema, @Nullable String meaning) {
        if (meaning == null || !(schema instanceof Map<?, ?> known) || known.containsKey(DESCRIPTION)) {
            return schema;
        }
        Map<String, Object> explained = new LinkedHashMap<>();
        explained.put(DESCRIPTION, meaning);
        known.forEach((key, value) -> explained.put(String.valueOf(key), value));
        return explained;
    }

    private static Map<String, String> said(String argument) {
        Map<String, String> said = new LinkedHashMap<>();
        Matcher item = ITEM.matcher(argument);
        while (item.find()) {
            Matcher name = NAME.matcher(item.group(1));
            while (name.find()) {
                said.put(name.group(1), item.group(2).replaceAll("\\s+", " ").strip());
            }
        }
        return said;
    }
}
