package io.linkspan.flow;

import io.linkspan.system.Push.Call;
import io.linkspan.system.answer.AnswerPath;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one section of a flow file by its declared keys; every mistake becomes a problem and reads as not written. */
final class SectionReader {
    /** A call as people write it; the editor's schema uses it too. */
    static final Pattern CALL = Pattern.compile("(GET|POST|PUT|PATCH|DELETE)\\s+(/\\S*)");

    private final YamlMap map;
    private final Section section;
    private final Problems problems;

    private SectionReader(YamlMap map, Section section, Problems problems) {
        this.map = map;
        this.section = section;
        this.problems = problems;
    }

    static SectionReader open(YamlMap map, Section section, Problems problems) {
        return openWith(map, section, Set.of(), problems);
    }

    /** Opens a section in which somebody else's keys stand too. */
    static SectionReader openWith(YamlMap map, Section section, Set<String> others, Problems problems) {
        Set<String> known = new LinkedHashSet<>(section.names());
        known.addAll(others);
        map.refuseOthers(known, problems);
        SectionReader reader = new SectionReader(map, section, problems);
        section.keys().values().stream()
                .filter(key -> key.required() && !reader.has(key.name()))
                .forEach(key -> reader.missing(key.name()));
        return reader;
    }

    /** Notes that a key is missing. */
    void missing(String key) {
        problems.error(
                map.place(),
                "missing-key",
                "'" + section.name() + "' needs '" + key + "'",
                "write " + key + ": " + section.key(key).doc());
    }

    Place place() {
        return map.place();
    }

    Place place(String key) {
        YamlNode node = map.get(key);
        return node == null ? map.place() : node.place();
    }

    /** Whether the key may stand here at all. */
    boolean declares(String key) {
        return section.names().contains(key);
    }

    /** Whether something was written behind the key. */
    boolean has(String key) {
        section.key(key);
        YamlNode node = map.get(key);
        return node != null && !(node instanceof YamlText text && text.isNull());
    }

    @Nullable
    YamlNode node(String key) {
        return has(key) ? map.get(key) : null;
    }

    @Nullable
    String text(String key) {
        if (!has(key)) {
            return null;
        }
        if (!(map.get(key) instanceof YamlText text)) {
            return refuse(key, "a single value");
        }
        if (text.text().isBlank() && !(section.key(key).expects() instanceof Expects.AnyText)) {
            return refuse(key, "a value that is not blank");
        }
        return text.text();
    }

    String text(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    /** A path into an answer. */
    @Nullable
    String path(String key) {
        String text = text(key);
        try {
            if (text != null) {
                AnswerPath.parse(text);
            }
            return text;
        } catch (IllegalArgumentException bad) {
            problems.error(place(key), "bad-path", String.valueOf(bad.getMessage()), "");
            return null;
        }
    }

    /** Paths into an answer; one path stands for a list of one. */
    List<String> paths(String key) {
        List<String> paths = new ArrayList<>();
        for (String text : texts(key)) {
            try {
                AnswerPath.parse(text);
                paths.add(text);
            } catch (IllegalArgumentException bad) {
                problems.error(place(key), "bad-path", String.valueOf(bad.getMessage()), "");
            }
        }
        return paths;
    }

    Duration span(String key, Duration otherwise) {
        String text = text(key);
        if (text == null) {
            return otherwise;
        }
        Optional<Duration> span = Spans.parse(text);
        if (span.isEmpty()) {
            refuse(key, "a time span such as 30s, 5m or 1h30m");
        }
        return span.orElse(otherwise);
    }

    int count(String key, int otherwise) {
        String text = text(key);
        if (text == null) {
            return otherwise;
        }
        Expects.Count bounds = (Expects.Count) section.key(key).expects();
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= bounds.least() && number <= bounds.most()) {
                return number;
            }
        }
        refuse(key, "a whole number from " + bounds.least() + " to " + bounds.most());
        return otherwise;
    }

    boolean flag(String key) {
        String text = text(key);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            refuse(key, "true or false");
        }
        return "true".equals(text);
    }

    @Nullable
    Call call(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        Matcher call = CALL.matcher(text.strip());
        if (!call.matches()) {
            refuse(key, "a method and a path such as PUT /v1/companies/{externalId}");
            return null;
        }
        return new Call(call.group(1), call.group(2));
    }

    /** The values of a list; one value stands for a list of one. */
    Set<String> texts(String key) {
        Set<String> texts = new LinkedHashSet<>();
        YamlNode node = node(key);
        List<YamlNode> items = node instanceof YamlList list ? list.items() : node == null ? List.of() : List.of(node);
        for (YamlNode item : items) {
            if (item instanceof YamlText text) {
                texts.add(text.text());
            } else {
                refuse(key, "a list of single values");
            }
        }
        return texts;
    }

    /** Names with tables of names with values. */
    Map<String, Map<String, String>> tables(String key) {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        YamlNode node = node(key);
        if (node != null && !(node instanceof YamlMap)) {
            refuse(key, "names with tables: { customers: { 4711: c_9 } }");
        }
        if (node instanceof YamlMap outer) {
            outer.entries().forEach(entry -> tables.put(entry.key(), table(key, entry.value())));
        }
        return tables;
    }

    private Map<String, String> table(String key, YamlNode node) {
        Map<String, String> table = new LinkedHashMap<>();
        if (!(node instanceof YamlMap inner)) {
            refuse(key, "names with tables: { customers: { 4711: c_9 } }");
            return table;
        }
        for (YamlNode.Entry entry : inner.entries()) {
            if (entry.value() instanceof YamlText text) {
                table.put(entry.key(), text.text());
            } else {
                refuse(key, "single values: { customers: { 4711: c_9 } }");
            }
        }
        return table;
    }

    Set<Integer> statuses(String key) {
        Set<Integer> statuses = new LinkedHashSet<>();
        for (String text : texts(key)) {
            if (text.matches("[1-5]\\d\\d")) {
                statuses.add(Integer.parseInt(text));
            } else {
                refuse(key, "HTTP statuses such as [404]");
            }
        }
        return statuses;
    }

    @Nullable
    SectionReader section(String key) {
        YamlNode node = node(key);
        if (node == null) {
            return null;
        }
        Expects.Keys keys = (Expects.Keys) section.key(key).expects();
        if (node instanceof YamlMap inner) {
            return open(inner, keys.section(), problems);
        }
        refuse(key, "keys of its own: " + String.join(", ", keys.section().names()));
        return null;
    }

    List<SectionReader> sections(String key) {
        List<SectionReader> readers = new ArrayList<>();
        YamlNode node = node(key);
        Section each = ((Expects.ListOf) section.key(key).expects()).section();
        List<YamlNode> items = node instanceof YamlList list ? list.items() : node == null ? List.of() : List.of(node);
        for (YamlNode item : items) {
            if (item instanceof YamlMap inner) {
                readers.add(open(inner, each, problems));
            } else {
                refuse(key, "a list of entries with " + String.join(", ", each.names()));
            }
        }
        return readers;
    }

    void error(String key, String code, String message, String mend) {
        problems.error(place(key), code, message, mend);
    }

    void warning(String key, String code, String message, String mend) {
        problems.warning(place(key), code, message, mend);
    }

    private @Nullable String refuse(String key, String wanted) {
        YamlNode node = map.get(key);
        String held = node instanceof YamlText text && !text.text().contains("\n")
                ? "'" + text.text() + "'"
                : node == null ? "nothing" : node.kind();
        problems.error(place(key), "wrong-value", "'" + key + "' holds " + held, "write " + wanted);
        return null;
    }
}
