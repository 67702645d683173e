package io.linkspan.mapping.plan;

import io.linkspan.mapping.path.Namespaces;
import io.linkspan.mapping.plan.FileSettings.XmlOutput;
import io.linkspan.mapping.read.Limits;
import io.linkspan.yaml.DidYouMean;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a mapping says for all of its fields. */
final class SettingsReader {
    private static final List<String> XML_KEYS = List.of("xml", "namespace", "declaration", "declare");
    private static final List<String> LIMITS = List.of("size", "depth", "elements", "attributes", "names", "text");
    private static final Pattern AMOUNT = Pattern.compile("([1-9][0-9]{0,8})\\s*([kKmM][bB]?|[kKmM]iB)?");

    private final YamlMap root;
    private final Problems problems;

    SettingsReader(YamlMap root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    FileSettings read() {
        return new FileSettings(
                Namespaces.of(root.get("namespaces"), problems),
                zone(),
                new EmptinessReader(problems).fileDefaults(root.get("defaults")),
                limits(),
                xml(),
                isJson());
    }

    private ZoneId zone() {
        YamlNode node = root.get("zone");
        if (node == null) {
            return ZoneOffset.UTC;
        }
        if (node instanceof YamlText text) {
            try {
                return ZoneId.of(text.text());
            } catch (DateTimeException unknown) {
                problems.error(
                        node.place(),
                        "unknown-zone",
                        "there is no time zone '" + text.text() + "'",
                        DidYouMean.nearest(text.text(), ZoneId.getAvailableZoneIds())
                                .map(zone -> "did you mean '" + zone + "'?")
                                .orElse("write a name such as Europe/Berlin"));
            }
        } else {
            problems.error(
                    node.place(), "unknown-zone", "zone is " + node.kind(), "write a name such as Europe/Berlin");
        }
        return ZoneOffset.UTC;
    }

    private boolean isJson() {
        YamlNode node = root.get("input");
        if (node == null) {
            return false;
        }
        String word = node instanceof YamlText text ? text.text() : "";
        if (!word.equals("json") && !word.equals("xml")) {
            problems.error(node.place(), "bad-input", "input is neither json nor xml", "write one of them");
        }
        return word.equals("json");
    }

    private @Nullable XmlOutput xml() {
        YamlNode node = root.get("output");
        if (node == null || (node instanceof YamlText text && text.text().equals("json"))) {
            return null;
        }
        if (!(node instanceof YamlMap map) || !(map.get("xml") instanceof YamlText name) || name.isNull()) {
            problems.error(
                    node.place(), "bad-output", "output names no root element", "write json or { xml: RootElement }");
            return null;
        }
        map.refuseOthers(XML_KEYS, problems);
        String namespace = map.get("namespace") instanceof YamlText uri ? uri.text() : null;
        boolean declaration =
                map.get("declaration") instanceof YamlText yes && yes.text().equals("true");
        return new XmlOutput(name.text(), declaration, namespace, declared(map.get("declare")));
    }

    private List<String> declared(@Nullable YamlNode node) {
        if (node == null) {
            return List.of();
        }
        if (node instanceof YamlNode.YamlList list && list.items().stream().allMatch(YamlText.class::isInstance)) {
            return list.items().stream().map(item -> ((YamlText) item).text()).toList();
        }
        problems.error(node.place(), "bad-output", "declare is " + node.kind(), "write a list of prefixes");
        return List.of();
    }

    private Limits limits() {
        YamlNode node = root.get("limits");
        if (node == null) {
            return Limits.DEFAULT;
        }
        if (!(node instanceof YamlMap map)) {
            problems.error(node.place(), "bad-limit", "limits is " + node.kind(), "write { size: 10MB, depth: 100 }");
            return Limits.DEFAULT;
        }
        map.refuseOthers(LIMITS, problems);
        Limits usual = Limits.DEFAULT;
        return new Limits(
                limit(map, "size", usual.bytes()),
                limit(map, "depth", usual.depth()),
                limit(map, "elements", usual.elements()),
                limit(map, "attributes", usual.attributes()),
                limit(map, "names", usual.names()),
                limit(map, "text", usual.text()));
    }

    private int limit(YamlMap map, String key, int usual) {
        for (Entry entry : map.entries()) {
            if (entry.key().equals(key)) {
                long limit = entry.value() instanceof YamlText text ? amount(text.text()) : -1;
                int most =
                        switch (key) {
                            case "depth" -> 1_000;
                            case "names" -> 100_000;
                            default -> Integer.MAX_VALUE / 4;
                        };
                if (limit > 0 && limit <= most) {
                    return (int) limit;
                }
                problems.error(
                        entry.value().place(),
                        "bad-limit",
                        key + " is no number from 1 to " + most,
                        "write 100 or 10MB");
            }
        }
        return usual;
    }

    private static long amount(String text) {
        var matcher = AMOUNT.matcher(text);
        if (!matcher.matches()) {
            return -1;
        }
        String unit = matcher.group(2) == null ? "" : matcher.group(2).toLowerCase(Locale.ROOT);
        long factor = unit.startsWith("k") ? 1 << 10 : unit.startsWith("m") ? 1 << 20 : 1;
        return Long.parseLong(matcher.group(1)) * factor;
    }
}
