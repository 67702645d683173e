package io.linkspan.mapping.path;

import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The prefixes a file declares, with {@code xsi} and {@code xml}, which every file knows. */
public final class Namespaces {
    /** XML Schema's instance namespace: {@code xsi:nil}, {@code xsi:type}. */
    public static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    /** No prefixes but the two. */
    public static final Namespaces NONE = new Namespaces(Map.of());

    private final Map<String, String> byPrefix;

    private Namespaces(Map<String, String> declared) {
        Map<String, String> all = new LinkedHashMap<>(declared);
        all.put("xsi", XSI);
        all.put("xml", XML);
        byPrefix = Collections.unmodifiableMap(all);
    }

    /** Reads {@code namespaces: { p: urn:x }}; null means none were written. */
    public static Namespaces of(@Nullable YamlNode node, Problems problems) {
        if (node == null) {
            return NONE;
        }
        if (!(node instanceof YamlMap map)) {
            problems.error(node.place(), "bad-namespaces", "namespaces is " + node.kind(), "write { prefix: uri }");
            return NONE;
        }
        Map<String, String> declared = new LinkedHashMap<>();
        for (Entry entry : map.entries()) {
            if (entry.value() instanceof YamlText uri && !uri.text().isBlank()) {
                declared.put(entry.key(), uri.text());
            } else {
                problems.error(entry.place(), "bad-namespaces", "'" + entry.key() + "' names no namespace", "");
            }
        }
        return new Namespaces(declared);
    }

    /** The namespace of a prefix, or null where it was not declared. */
    public @Nullable String uri(String prefix) {
        return byPrefix.get(prefix);
    }

    /** Every known prefix. */
    public Set<String> prefixes() {
        return byPrefix.keySet();
    }
}
