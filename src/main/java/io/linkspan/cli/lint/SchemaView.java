package io.linkspan.cli.lint;

import io.linkspan.cli.lint.SchemaFiles.Located;
import io.linkspan.cli.shape.UnreadableShape;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one schema says, with everything {@code allOf} adds; alternatives are taken for "anything". */
public final class SchemaView {
    private static final int DEEPEST = 30;

    private final SchemaFiles files;
    private final List<Located> parts = new ArrayList<>();

    SchemaView(SchemaFiles files, Located start) throws UnreadableShape {
        this.files = files;
        collect(start, 0);
    }

    private void collect(Located start, int depth) throws UnreadableShape {
        Located here = files.resolve(start);
        parts.add(here);
        if (depth < DEEPEST && here.node().get("allOf") instanceof YamlList all) {
            for (YamlNode part : all.items()) {
                if (part instanceof YamlMap map) {
                    collect(new Located(here.file(), map), depth + 1);
                }
            }
        }
    }

    /** Whether more than one shape is allowed, so that nothing can be said. */
    public boolean isAnything() {
        return parts.stream()
                        .anyMatch(
                                part -> part.node().has("oneOf") || part.node().has("anyOf"))
                || (types().isEmpty() && properties().isEmpty() && words().isEmpty());
    }

    /** Whether other properties than the named are refused. */
    public boolean isClosed() {
        return parts.stream().anyMatch(part -> isText(part.node().get("additionalProperties"), "false"));
    }

    /** The names of the properties. */
    public Set<String> properties() {
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(part -> names.addAll(propertiesOf(part).keySet()));
        return names;
    }

    /** What a property must be. */
    public Optional<SchemaView> property(String name) throws UnreadableShape {
        for (Located part : parts) {
            if (propertiesOf(part).get(name) instanceof YamlMap schema) {
                return Optional.of(new SchemaView(files, new Located(part.file(), schema)));
            }
        }
        return Optional.empty();
    }

    /** What the items of a list must be. */
    public Optional<SchemaView> items() throws UnreadableShape {
        for (Located part : parts) {
            if (part.node().get("items") instanceof YamlMap schema) {
                return Optional.of(new SchemaView(files, new Located(part.file(), schema)));
            }
        }
        return Optional.empty();
    }

    /** The JSON types allowed; none where nothing is said. */
    public Set<String> types() {
        return texts("type");
    }

    /** The properties that must be there. */
    public Set<String> required() {
        return texts("required");
    }

    /** The values allowed; none where any is. */
    public Set<String> words() {
        Set<String> words = new LinkedHashSet<>(texts("enum"));
        words.addAll(texts("const"));
        return words;
    }

    /** Whether null is allowed: by type, or as OpenAPI 3.0 says it. */
    public boolean isNullable() {
        return types().contains("null")
                || parts.stream().anyMatch(part -> isText(part.node().get("nullable"), "true"));
    }

    /** Whether only the target itself writes it. */
    public boolean isReadOnly() {
        return parts.stream().anyMatch(part -> isText(part.node().get("readOnly"), "true"));
    }

    /** The most characters a text may have. */
    public Optional<Integer> maxLength() {
        return texts("maxLength").stream()
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .findFirst();
    }

    /** The format of a text: {@code date}, {@code date-time}; empty where nothing is said. */
    public String format() {
        return texts("format").stream().findFirst().orElse("");
    }

    private Set<String> texts(String key) {
        Set<String> texts = new LinkedHashSet<>();
        for (Located part : parts) {
            Stream<YamlNode> nodes =
                    switch (part.node().get(key)) {
                        case null -> Stream.empty();
                        case YamlList list -> list.items().stream();
                        case YamlNode single -> Stream.of(single);
                    };
            nodes.filter(YamlText.class::isInstance).forEach(node -> texts.add(((YamlText) node).text()));
        }
        return texts;
    }

    private static Map<String, YamlNode> propertiesOf(Located part) {
        Map<String, YamlNode> properties = new LinkedHashMap<>();
        if (part.node().get("properties") instanceof YamlMap map) {
            map.entries().forEach(entry -> properties.put(entry.key(), entry.value()));
        }
        return properties;
    }

    private static boolean isText(@Nullable YamlNode node, String wanted) {
        return node instanceof YamlText text && text.text().equals(wanted);
    }
}
