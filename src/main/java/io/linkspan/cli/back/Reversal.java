package io.linkspan.cli.back;

import io.linkspan.cli.start.Yaml;
import io.linkspan.flow.FlowFile;
import io.linkspan.flow.Outline.Kind;
import io.linkspan.flow.Outline.Target;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the fields of a flow round, one by one, and notes what does not come back. */
public final class Reversal {
    private static final List<String> MADE = List.of("const", "expr", "join", "coalesce", "list", "reference", "pick");

    /** What stands beside the source and is no step. */
    private static final Set<String> NO_STEPS = Set.of(
            "from",
            "each",
            "object",
            "fields",
            "use",
            "sensitive",
            "description",
            "required",
            "hidden",
            "absent",
            "nil",
            "empty",
            "blank",
            "when",
            "otherwise",
            "default",
            "check",
            "steps");

    private final Element root = new Element("");
    private final List<NotBack> notes = new ArrayList<>();
    private final Map<String, Inner> inners = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final StepBack steps;

    /**
     * What does not come back.
     *
     * @param place where the field is written
     * @param field its name in the target
     * @param whole whether the field does not come back at all, rather than with a loss
     * @param reason for people
     */
    public record NotBack(Place place, String field, boolean whole, String reason) {}

    /** A list or an object of the target and what stands in it: where that is written, and read, on the way back. */
    private record Inner(Element element, String sourcePrefix, String targetPrefix) {}

    private Reversal(FlowFile file) {
        String zone = file.root().get("zone") instanceof YamlText text ? text.text() : null;
        this.steps = new StepBack(zone);
        inners.put("", new Inner(root, "", ""));
        file.outline().targets().stream().filter(target -> !target.hidden()).forEach(this::turn);
    }

    /** Turns a flow's fields round. */
    public static Reversal of(FlowFile file) {
        return new Reversal(file);
    }

    /** What is written on the way back. */
    Element root() {
        return root;
    }

    /** What does not come back, in the order of the flow. */
    public List<NotBack> notes() {
        return List.copyOf(notes);
    }

    private void turn(Target target) {
        String outer = outer(target.label());
        if (silent.contains(outer)) {
            silence(target);
            return;
        }
        Inner inner = inners.getOrDefault(outer, new Inner(root, "", ""));
        String own = target.label().substring(outer.length());
        YamlMap rule = target.rule() instanceof YamlMap map ? map : new YamlMap(target.place(), List.of());
        String obstacle = obstacle(target, rule);
        if (obstacle != null) {
            note(target, true, obstacle);
            silence(target);
            return;
        }
        String path = source(target, rule);
        String read = WayIn.through(inner.targetPrefix(), own);
        switch (target.kind()) {
            case OBJECT ->
                inners.put(
                        target.label() + ".",
                        new Inner(
                                inner.element(),
                                path.isEmpty() ? inner.sourcePrefix() : under(inner, path) + "/",
                                read + "/"));
            case LIST -> list(target, inner, path, read, rule);
            case VALUE -> value(target, inner, path, read, rule);
        }
    }

    private void silence(Target target) {
        silent.add(target.label() + (target.kind() == Kind.LIST ? "[]." : "."));
    }

    /** The longest list or object the field stands in. */
    private String outer(String label) {
        return Stream.concat(inners.keySet().stream(), silent.stream())
                .filter(label::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private @Nullable String obstacle(Target target, YamlMap rule) {
        for (String made : MADE) {
            if (rule.has(made)) {
                return switch (made) {
                    case "const" -> "it is the same for every record";
                    case "expr" -> "it is computed";
                    case "join" -> "it is put together from several values";
                    case "coalesce", "list" -> "it is read from one of several places";
                    case "reference" -> "it is the target's own id of another record";
                    default -> "only one field of the entries is there";
                };
            }
        }
        for (String some : List.of("where", "limit", "keyBy", "groupBy")) {
            if (rule.has(some)) {
                return "'" + some + "' leaves out or regroups entries";
            }
        }
        String path = source(target, rule);
        boolean grouping = target.kind() == Kind.OBJECT && path.isEmpty();
        return grouping || WayIn.isPlain(path) ? null : WayIn.obstacle(path);
    }

    private static String source(Target target, YamlMap rule) {
        for (String key : List.of("from", "each", "object")) {
            if (rule.get(key) instanceof YamlText path) {
                return path.text();
            }
        }
        return target.rule() instanceof YamlText path ? path.text() : "";
    }

    private void list(Target target, Inner inner, String path, String read, YamlMap rule) {
        Element element = at(inner, path);
        if (element.repeats(read)) {
            inners.put(target.label() + "[].", new Inner(element, "", ""));
            lost(target, kept(rule));
        } else {
            note(target, true, "'" + path + "' is written from another field already");
            silence(target);
        }
    }

    private void value(Target target, Inner inner, String path, String read, YamlMap rule) {
        List<String> options = new ArrayList<>();
        List<String> losses = new ArrayList<>();
        for (Entry step : stepsOf(rule)) {
            Undone undone = steps.of(step.key(), step.value());
            if (undone.obstacle() != null) {
                note(target, true, undone.obstacle());
                return;
            }
            if (undone.loss() != null) {
                losses.add(undone.loss());
            }
            options.addAll(0, undone.options());
        }
        keepOtherwise(rule, options);
        boolean list = rule.has("each");
        String written = rule(list ? "each" : "from", read, options, rule);
        if (at(inner, path).takes(written)) {
            losses.addAll(kept(rule));
            lost(target, losses);
        } else {
            note(target, true, "'" + path + "' is written from another field already");
        }
    }

    private static List<Entry> stepsOf(YamlMap rule) {
        List<Entry> all = new ArrayList<>();
        for (Entry entry : rule.entries()) {
            if (entry.key().equals("steps") && entry.value() instanceof YamlList list) {
                list.items().forEach(item -> all.addAll(step(item)));
            } else if (!NO_STEPS.contains(entry.key())) {
                all.add(entry);
            }
        }
        return all;
    }

    private static List<Entry> step(YamlNode item) {
        return switch (item) {
            case YamlMap map -> map.entries();
            case YamlText name ->
                List.of(new Entry(name.place(), name.text(), new YamlText(name.place(), "true", false)));
            case YamlList list -> List.of();
        };
    }

    private static void keepOtherwise(YamlMap rule, List<String> options) {
        boolean keeps =
                rule.get("otherwise") instanceof YamlText word && word.text().equals("keep");
        if (keeps && options.stream().anyMatch(option -> option.startsWith("lookup:"))) {
            options.add("otherwise: keep");
        }
    }

    private static String rule(String source, String path, List<String> options, YamlMap rule) {
        List<String> all = new ArrayList<>();
        all.add(source + ": " + Yaml.text(path));
        boolean twice = options.stream()
                        .map(option -> option.replaceFirst(":.*", ""))
                        .distinct()
                        .count()
                < options.size();
        if (twice) {
            all.add("steps: ["
                    + String.join(
                            ", ",
                            options.stream().map(option -> "{ " + option + " }").toList()) + "]");
        } else {
            all.addAll(options);
        }
        if (rule.has("sensitive")) {
            all.add("sensitive: true");
        }
        return all.size() == 1 && source.equals("from") ? Yaml.text(path) : "{ " + String.join(", ", all) + " }";
    }

    /** What goes back, but not for certain as it came. */
    private static List<String> kept(YamlMap rule) {
        List<String> losses = new ArrayList<>();
        if (rule.has("when")) {
            losses.add("that it is there only under a condition");
        }
        if (rule.has("default")) {
            losses.add("whether the value was the default");
        }
        if (rule.get("otherwise") instanceof YamlMap) {
            losses.add("what was replaced by 'otherwise'");
        }
        return losses;
    }

    private void lost(Target target, List<String> losses) {
        if (!losses.isEmpty()) {
            note(target, false, String.join(", ", losses));
        }
    }

    private Element at(Inner inner, String path) {
        Element here = inner.element();
        for (String step : WayIn.steps(under(inner, path))) {
            here = here.child(step);
        }
        return here;
    }

    private static String under(Inner inner, String path) {
        return inner.sourcePrefix() + path;
    }

    private void note(Target target, boolean whole, String reason) {
        notes.add(new NotBack(target.place(), target.label(), whole, reason));
    }
}
