package io.linkspan.flow;

import io.linkspan.flow.Outline.Kind;
import io.linkspan.flow.Outline.Target;
import io.linkspan.mapping.MappingFiles;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import io.linkspan.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks the fields of a flow file. What is wrong in them the mapping's compiler has said already. */
final class OutlineReader {
    private static final int MOST_LEVELS = 20;
    private static final int MOST_USES = 1_000;
    private static final List<String> PIECES = List.of("join", "coalesce", "list");

    private final MappingFiles files;
    private final List<Target> targets = new ArrayList<>();
    private int uses;

    OutlineReader(MappingFiles files) {
        this.files = files;
    }

    List<Target> read(YamlMap root) {
        fields(root, "", List.of());
        return targets;
    }

    private void fields(YamlMap owner, String above, List<YamlText> within) {
        Map<String, Entry> all = new LinkedHashMap<>();
        used(owner, 0).forEach(entry -> all.put(entry.key(), entry));
        all.values().forEach(entry -> field(entry, above, within));
    }

    /** The fields of an object, those of its shared fragments first. */
    private List<Entry> used(YamlMap owner, int level) {
        List<Entry> entries = new ArrayList<>();
        if (level < MOST_LEVELS) {
            items(owner.get("use")).forEach(name -> entries.addAll(fragment(name, level)));
        }
        if (owner.get("fields") instanceof YamlMap fields) {
            entries.addAll(fields.entries());
        }
        return entries;
    }

    private List<Entry> fragment(YamlNode name, int level) {
        if (!(name instanceof YamlText file) || ++uses > MOST_USES) {
            return List.of();
        }
        String text = files.read(file.text(), file, new Problems());
        YamlMap root = text == null ? null : YamlReader.readMap(files.shown(file.text()), text, new Problems());
        return root == null ? List.of() : used(root, level + 1);
    }

    private void field(Entry entry, String above, List<YamlText> within) {
        String label = above + entry.key().replace("'", "");
        if (!(entry.value() instanceof YamlMap rule)) {
            add(entry, label, Kind.VALUE, within, sources(entry.value()), false);
            return;
        }
        boolean keyed = rule.has("keyBy") || rule.has("groupBy");
        boolean ofObjects = (rule.has("fields") || rule.has("use")) && !rule.has("pick") && !keyed;
        boolean hidden =
                rule.get("hidden") instanceof YamlText yes && yes.text().equals("true");
        Kind kind = !ofObjects ? Kind.VALUE : rule.has("each") ? Kind.LIST : Kind.OBJECT;
        add(entry, label, kind, within, sourcesOf(rule), hidden);
        if (ofObjects && !hidden) {
            fields(rule, label + (kind == Kind.LIST ? "[]." : "."), deeper(within, rule));
        }
    }

    private void add(
            Entry entry, String label, Kind kind, List<YamlText> within, List<YamlText> sources, boolean hidden) {
        targets.add(new Target(label, entry.place(), kind, within, sources, entry.value(), hidden));
    }

    private static List<YamlText> deeper(List<YamlText> within, YamlMap rule) {
        YamlNode path = rule.has("each") ? rule.get("each") : rule.get("object");
        return path instanceof YamlText text
                ? Stream.concat(within.stream(), Stream.of(text)).toList()
                : within;
    }

    private static List<YamlText> sourcesOf(YamlMap rule) {
        List<YamlText> sources = new ArrayList<>();
        for (String key : List.of("from", "each", "object")) {
            sources.addAll(sources(rule.get(key)));
        }
        for (String key : PIECES) {
            items(rule.get(key))
                    .forEach(piece -> sources.addAll(piece instanceof YamlMap map ? sourcesOf(map) : sources(piece)));
        }
        return sources;
    }

    private static List<YamlText> sources(@Nullable YamlNode node) {
        return node instanceof YamlText path && !path.isNull() ? List.of(path) : List.of();
    }

    private static List<YamlNode> items(@Nullable YamlNode node) {
        return node instanceof YamlList list ? list.items() : node == null ? List.of() : List.of(node);
    }
}
