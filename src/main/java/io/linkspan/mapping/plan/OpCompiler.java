package io.linkspan.mapping.plan;

import io.linkspan.mapping.function.Function;
import io.linkspan.mapping.function.Step;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compiles the steps of a field in the order written. */
final class OpCompiler {
    /** The steps that are the engine's own. */
    static final List<String> KEYS = List.of(
            "steps",
            "reference",
            "sort",
            "distinct",
            "limit",
            "first",
            "last",
            "count",
            "sum",
            "average",
            "smallest",
            "largest",
            "joined");

    /** Beside {@code pick} these are about the entries, not about the values picked of them. */
    static final Set<String> OF_ENTRIES = Set.of("sort", "distinct", "limit");

    private final Compilation compilation;
    private final Spot spot;
    private final YamlMap field;
    private final List<Op> ops = new ArrayList<>();

    OpCompiler(Compilation compilation, Spot spot, YamlMap field) {
        this.compilation = compilation;
        this.spot = spot;
        this.field = field;
    }

    /** Whether the first step counts, so that the values themselves are not needed. */
    static boolean countsFirst(YamlMap map, Set<String> functions) {
        for (Entry entry : map.entries()) {
            if (entry.key().equals("count")) {
                return true;
            }
            if (KEYS.contains(entry.key()) || functions.contains(entry.key())) {
                return false;
            }
        }
        return false;
    }

    List<Op> compile() {
        boolean ofEntries = field.has("pick");
        for (Entry entry : field.entries()) {
            if (!ofEntries || !OF_ENTRIES.contains(entry.key())) {
                step(entry.key(), entry.value(), field);
            }
        }
        return List.copyOf(ops);
    }

    private void step(String key, YamlNode argument, YamlMap beside) {
        Function function = compilation.functions.get(key);
        if (key.equals("steps")) {
            steps(argument);
        } else if (key.equals("reference")) {
            reference(argument);
        } else if (KEYS.contains(key)) {
            Op op = ListOps.compile(key, argument, compilation);
            if (op != null) {
                ops.add(op);
            }
        } else if (function != null) {
            function(function, argument, beside);
        }
    }

    private void function(Function function, YamlNode argument, YamlMap beside) {
        Step step = function.compile(argument, new Around(compilation, spot.here(), beside), compilation.problems);
        if (step != null) {
            ops.add(new FunctionOp(function.name(), step, ResultKinds.of(function)));
        }
    }

    private void steps(YamlNode node) {
        if (!(node instanceof YamlList list)) {
            compilation.error(node, "bad-steps", "steps is " + node.kind(), "write [ { trim: true }, … ]");
            return;
        }
        for (YamlNode item : list.items()) {
            switch (item) {
                case YamlText name ->
                    named(name.text(), new YamlText(name.place(), "true", false), name, emptyMap(name));
                case YamlMap map ->
                    map.entries().stream()
                            .filter(entry -> !isCompanion(entry.key(), map))
                            .forEach(entry -> named(entry.key(), entry.value(), map, map));
                case YamlList nested ->
                    compilation.error(nested, "bad-steps", "a list stands here", "write { trim: true }");
            }
        }
    }

    private static YamlMap emptyMap(YamlNode at) {
        return new YamlMap(at.place(), List.of());
    }

    private boolean isCompanion(String key, YamlMap map) {
        return map.keys().stream()
                .map(compilation.functions::get)
                .anyMatch(function -> function != null && function.companions().contains(key));
    }

    private void named(String key, YamlNode argument, YamlNode where, YamlMap beside) {
        Set<String> known = new TreeSet<>(compilation.functions.keySet());
        known.addAll(KEYS);
        known.remove("steps");
        if (known.contains(key)) {
            step(key, argument, beside);
        } else {
            compilation.error(
                    where, "unknown-function", "there is no function '" + key + "'", OtherWords.mend(key, known));
        }
    }

    private void reference(YamlNode node) {
        YamlNode flow = node instanceof YamlMap map ? map.get("flow") : node;
        if (node instanceof YamlMap map) {
            map.refuseOthers(List.of("flow"), compilation.problems);
        }
        if (flow instanceof YamlText text && !text.isNull()) {
            ops.add(new ReferenceOp(text.text()));
        } else {
            compilation.error(node, "bad-reference", "reference names no flow", "write reference: customers");
        }
    }
}
