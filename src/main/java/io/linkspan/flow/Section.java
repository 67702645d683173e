package io.linkspan.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys that may stand together at one place of the flow file.
 *
 * @param name what a person would call the place: {@code from.pull}
 * @param keys in the order they are best written
 */
record Section(String name, Map<String, Key> keys) {
    /**
     * One key.
     *
     * @param name as written
     * @param expects what stands behind it
     * @param required whether its absence is an error
     * @param doc one or two sentences for the hover text of editors
     */
    record Key(String name, Expects expects, boolean required, String doc) {}

    static Section of(String name, Key... keys) {
        Map<String, Key> byName = new LinkedHashMap<>();
        List.of(keys).forEach(key -> byName.put(key.name(), key));
        return new Section(name, byName);
    }

    static Key may(String name, Expects expects, String doc) {
        return new Key(name, expects, false, doc);
    }

    static Key must(String name, Expects expects, String doc) {
        return new Key(name, expects, true, doc);
    }

    Key key(String key) {
        Key known = keys.get(key);
        if (known == null) {
            throw new IllegalArgumentException(name + " declares no key '" + key + "'");
        }
        return known;
    }

    Set<String> names() {
        return keys.keySet();
    }
}
