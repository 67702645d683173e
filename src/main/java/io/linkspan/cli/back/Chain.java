package io.linkspan.cli.back;

import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a field, taken back one after the other.
 *
 * @param options what is done on the way back, each {@code name: argument}
 * @param list whether the field gives a list
 * @param losses what does not come back
 * @param obstacle why it cannot be taken back at all, or null
 */
record Chain(
        List<String> options,
        boolean list,
        List<String> losses,
        @Nullable String obstacle) {
    /** What stands beside the source and is no step. */
    private static final Set<String> NO_STEPS = Set.of(
            "from",
            "each",
            "object",
            "join",
            "with",
            "coalesce",
            "list",
            "pick",
            "keyBy",
            "groupBy",
            "where",
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

    private static final Set<String> MAKE_LISTS = Set.of("split", "bits");
    private static final Set<String> MAKE_ONE = Set.of("joined", "first", "last", "toBits");

    /** Takes back the steps of a rule. */
    static Chain of(YamlMap rule, StepBack steps) {
        List<String> options = new ArrayList<>();
        List<String> losses = new ArrayList<>();
        boolean list = rule.has("each") || rule.has("list");
        for (Entry step : stepsOf(rule)) {
            Undone undone = steps.of(step.key(), step.value());
            if (undone.obstacle() != null) {
                return new Chain(List.of(), list, List.of(), undone.obstacle());
            }
            if (undone.loss() != null) {
                losses.add(undone.loss());
            }
            list = MAKE_LISTS.contains(step.key()) || (list && !MAKE_ONE.contains(step.key()));
            options.addAll(0, undone.options());
        }
        if (options.stream().anyMatch(option -> option.startsWith("lookup:"))) {
            otherwise(rule, options);
        }
        if (rule.has("empty") && !"null".equals(Pieces.text(rule.get("empty")))) {
            options.add("nil: null");
        }
        if (isTrue(rule, "required")) {
            options.add("required: true");
        }
        if (isTrue(rule, "sensitive")) {
            options.add("sensitive: true");
        }
        losses.addAll(kept(rule));
        return new Chain(options, list, losses, null);
    }

    /** The rule that reads the field on the way back. */
    Written written(String path) {
        return new Written(list ? "each" : "from", path, options);
    }

    /** What stands for any other code has no code of its own. */
    private static void otherwise(YamlMap rule, List<String> options) {
        if ("keep".equals(Pieces.text(rule.get("otherwise")))) {
            options.add("otherwise: keep");
        } else if (rule.get("otherwise") instanceof YamlMap map && map.has("value")) {
            options.add("otherwise: null");
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

    private static boolean isTrue(YamlMap rule, String key) {
        return rule.get(key) instanceof YamlText word && word.text().equals("true");
    }

    /** What goes back, but not for certain as it came. */
    static List<String> kept(YamlMap rule) {
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
        for (String some : List.of("where", "limit")) {
            if (rule.has(some)) {
                losses.add("the entries that '" + some + "' leaves out");
                break;
            }
        }
        return losses;
    }
}
