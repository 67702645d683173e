package io.linkspan.cli.back;

import io.linkspan.cli.shape.Shape;
import io.linkspan.cli.start.Yaml;
import io.linkspan.mapping.path.Namespaces;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How elements are named on the way back: with a prefix where they stand in another namespace than the root. */
final class Names {
    private final @Nullable Shape record;
    private final boolean several;
    private final Namespaces declared;
    private final Map<String, String> used = new LinkedHashMap<>();

    /**
     * For the elements of a record.
     *
     * @param record what the source's record looks like, or null
     * @param declared the prefixes of the flow's own paths
     */
    Names(Element root, @Nullable Shape record, Namespaces declared) {
        this.record = record;
        this.declared = declared;
        Set<String> all = new LinkedHashSet<>();
        if (record != null) {
            all.add(record.namespace());
            gather(root, record, all);
        }
        this.several = all.size() > 1;
    }

    private static void gather(Element element, Shape shape, Set<String> all) {
        for (Element child : element.children(shape)) {
            Shape known = shape.child(child.localName()).orElse(null);
            if (known != null && !child.name().startsWith("@")) {
                all.add(known.namespace());
                gather(child, known, all);
            }
        }
    }

    /** An element's name; its shape is null where nothing is known of it. */
    String of(Element element, @Nullable Shape shape) {
        String name = element.name();
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(name.startsWith("@") ? 1 : 0, colon);
        String declaredUri = prefix.isEmpty() ? null : declared.uri(prefix);
        if (declaredUri != null) {
            if (!prefix.equals("xsi") && !prefix.equals("xml")) {
                used.put(prefix, declaredUri);
            }
            return name;
        }
        String written = name.indexOf('.') >= 0 ? "'" + name + "'" : name;
        return several && shape != null && !name.startsWith("@") ? prefixed(shape.namespace(), written) : written;
    }

    /** How the XML begins. */
    String output(String otherwise) {
        String root = record == null || record.name().isEmpty() ? otherwise : record.name();
        String namespace = record == null ? "" : record.namespace();
        return several
                ? "{ xml: " + Yaml.text(prefixed(namespace, root)) + " }"
                : "{ xml: " + Yaml.text(root) + (namespace.isEmpty() ? "" : ", namespace: " + Yaml.text(namespace))
                        + " }";
    }

    /** The prefixes that were used, as the file declares them; empty where none were. */
    String declarations() {
        return used.entrySet().stream()
                .map(prefix -> prefix.getKey() + ": " + Yaml.text(prefix.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String prefixed(String namespace, String name) {
        if (namespace.isEmpty()) {
            return name;
        }
        String known = used.entrySet().stream()
                .filter(prefix -> prefix.getValue().equals(namespace))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("n" + used.size());
        used.put(known, namespace);
        return known + ":" + name;
    }
}
