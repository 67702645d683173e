package io.linkspan.cli.back;

import io.linkspan.flow.Outline;
import io.linkspan.flow.Outline.Kind;
import io.linkspan.flow.Outline.Target;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a flow's fields hold as it is: values that stand unchanged, and lists of everything at a path. */
final class Known {
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Target> lists = new HashMap<>();

    Known(Outline outline) {
        outline.targets().stream().filter(target -> !target.hidden()).forEach(this::add);
    }

    private void add(Target target) {
        if (target.rule() instanceof YamlText path) {
            String label = target.label();
            String outer = label.substring(0, label.lastIndexOf('.') + 1);
            values.putIfAbsent(outer + " " + path.text(), label.substring(outer.length()));
        }
        boolean every = target.rule() instanceof YamlMap rule && rule.has("each") && !rule.has("where");
        if (every && target.kind() != Kind.OBJECT) {
            String path = absolute(target, target.sources().getFirst().text());
            if (path.indexOf('[') < 0) {
                lists.putIfAbsent(path, target);
            }
        }
    }

    /** The field of an object or entry that holds what a path gives, unchanged. */
    Optional<String> read(String outer, String path) {
        return Optional.ofNullable(values.get(outer + " " + path));
    }

    /** Whether another field holds every element on the way to a path, so that one picked by a condition is among them. */
    boolean holds(Target target, String path) {
        String whole = absolute(target, path);
        for (int at = whole.indexOf('['); at >= 0; at = whole.indexOf('[', at + 1)) {
            Target list = lists.get(plain(whole.substring(0, at)));
            if (list != null && !list.equals(target)) {
                return true;
            }
        }
        return false;
    }

    /** A path from the record on. */
    static String absolute(Target target, String path) {
        return path.startsWith("/")
                ? path.substring(1)
                : Stream.concat(target.within().stream().map(YamlText::text), Stream.of(path))
                        .filter(step -> !step.equals("."))
                        .collect(Collectors.joining("/"));
    }

    /** A path without its conditions. */
    static String plain(String path) {
        return path.replaceAll("\\[[^\\]]*]", "");
    }
}
