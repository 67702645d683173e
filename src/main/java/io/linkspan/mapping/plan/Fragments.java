package io.linkspan.mapping.plan;

import io.linkspan.mapping.MappingFiles;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import io.linkspan.yaml.YamlReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the shared files that {@code use} names. */
final class Fragments {
    private static final List<String> KEYS = List.of("fields", "use", "description");
    private static final int MOST_LEVELS = 10;
    private static final int MOST_USES = 1_000;

    private final MappingFiles files;
    private final Problems problems;
    private final Deque<String> open = new ArrayDeque<>();
    private int unread;
    private int uses;

    Fragments(MappingFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** How many files gave no fields so far. */
    int unread() {
        return unread;
    }

    /** The fields of the files named; a later one goes before its namesake. */
    List<Entry> read(YamlNode use) {
        List<YamlNode> names = use instanceof YamlList list ? list.items() : List.of(use);
        Map<String, Entry> fields = new LinkedHashMap<>();
        for (YamlNode name : names) {
            if (name instanceof YamlText file && !file.isNull()) {
                fragment(file).forEach(entry -> fields.put(entry.key(), entry));
            } else {
                unread++;
                problems.error(name.place(), "bad-use", "use names " + name.kind(), "write the name of a file");
            }
        }
        return new ArrayList<>(fields.values());
    }

    private List<Entry> fragment(YamlText file) {
        if (open.contains(file.text()) || open.size() == MOST_LEVELS) {
            problems.error(file.place(), "bad-use", "'" + file.text() + "' uses itself", "break the circle");
            return List.of();
        }
        if (++uses > MOST_USES) {
            if (uses == MOST_USES + 1) {
                problems.error(
                        file.place(),
                        "bad-use",
                        "more than " + MOST_USES + " times a shared file is used, in files that use files",
                        "share less");
            }
            return List.of();
        }
        String text = files.read(file.text(), file, problems);
        YamlMap root = text == null ? null : YamlReader.readMap(files.shown(file.text()), text, problems);
        if (root == null) {
            unread++;
            return List.of();
        }
        root.refuseOthers(KEYS, problems);
        open.push(file.text());
        Map<String, Entry> fields = new LinkedHashMap<>();
        YamlNode deeper = root.get("use");
        if (deeper != null) {
            read(deeper).forEach(entry -> fields.put(entry.key(), entry));
        }
        open.pop();
        if (root.get("fields") instanceof YamlMap own) {
            own.entries().forEach(entry -> fields.put(entry.key(), entry));
        } else if (deeper == null) {
            unread++;
            problems.error(root.place(), "bad-use", "'" + file.text() + "' has no fields", "write them under fields:");
        }
        return new ArrayList<>(fields.values());
    }
}
