package io.linkspan.mapping.plan;

import io.linkspan.mapping.plan.Entries.Sieve;
import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.read.FrameList;
import io.linkspan.yaml.DidYouMean;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles what narrows or orders the entries of a list of objects: where, sort, distinct, limit, first, last. */
final class Sieves {
    private static final int MOST = 1_000_000;

    private final Compilation compilation;
    private final Scope scope;

    Sieves(Compilation compilation, Scope scope) {
        this.compilation = compilation;
        this.scope = scope;
    }

    @Nullable
    Sieve compile(Entry entry) {
        YamlNode argument = entry.value();
        return switch (entry.key()) {
            case "where" -> where(argument);
            case "sort" -> sort(argument);
            case "distinct" -> distinct(argument);
            case "limit" -> limit(argument);
            default -> null;
        };
    }

    private @Nullable Sieve where(YamlNode argument) {
        When when = new Conditions(compilation).rule(argument, scope, Field.RECORD);
        return when == null
                ? null
                : (run, found) -> {
                    run.findings.hush();
                    found.keep(frame -> {
                        run.enter(scope, frame);
                        return when.holds(run);
                    });
                    run.findings.speak();
                };
    }

    private @Nullable Sieve sort(YamlNode argument) {
        List<Order> orders = new ArrayList<>();
        for (YamlNode item : items(argument)) {
            Order order = order(item);
            if (order == null) {
                return null;
            }
            orders.add(order);
        }
        // Each sort keeps the order of equals, so the least of the fields goes first.
        return (run, found) -> orders.reversed().forEach(order -> sort(run, found, order.part(), order.down()));
    }

    /** A field to sort by. */
    private record Order(Part part, boolean down) {}

    private @Nullable Order order(YamlNode item) {
        YamlText text = compilation.text(item, "sort", "write sort: field, sort: field desc or sort: [a, b desc]");
        if (text == null) {
            return null;
        }
        String[] words = text.text().strip().split("\\s+", 2);
        boolean down = words.length == 2 && words[1].startsWith("desc");
        if (words.length == 2 && !down && !words[1].startsWith("asc")) {
            compilation.error(item, "bad-argument", "'" + words[1] + "' is no direction", "write asc or desc");
            return null;
        }
        Part part = part(words[0], item);
        return part == null ? null : new Order(part, down);
    }

    private static List<YamlNode> items(YamlNode argument) {
        return argument instanceof YamlList list && !list.items().isEmpty() ? list.items() : List.of(argument);
    }

    private void sort(Run run, FrameList found, Part part, boolean down) {
        IdentityHashMap<Frame, Object> keys = new IdentityHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            keys.put(found.get(i), key(run, found.get(i), part));
        }
        Comparator<Object> order = down ? ValueOrder.ASCENDING.reversed() : ValueOrder.ASCENDING;
        found.sort((left, right) -> {
            Object a = keys.getOrDefault(left, Missing.OMIT);
            Object b = keys.getOrDefault(right, Missing.OMIT);
            boolean noA = a instanceof Missing;
            boolean noB = b instanceof Missing;
            return noA || noB ? Boolean.compare(noA, noB) : order.compare(a, b);
        });
    }

    private Object key(Run run, Frame frame, Part part) {
        run.findings.hush();
        run.enter(scope, frame);
        Object value = part.value(run, frame);
        run.findings.speak();
        return value;
    }

    private @Nullable Sieve distinct(YamlNode argument) {
        List<Part> parts = new ArrayList<>();
        for (YamlNode item : items(argument)) {
            YamlText text = compilation.text(item, "distinct", "write distinct: field or distinct: [a, b]");
            Part part = text == null ? null : part(text.text(), item);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return (run, found) -> {
            Set<List<Object>> seen = new HashSet<>();
            found.keep(frame ->
                    seen.add(parts.stream().map(part -> key(run, frame, part)).toList()));
        };
    }

    private @Nullable Sieve limit(YamlNode argument) {
        int most = amount(argument, compilation);
        return most < 0 ? null : (run, found) -> found.keepFirst(most);
    }

    private @Nullable Part part(String name, YamlNode argument) {
        Part part = scope.parts.get(name);
        if (part == null && !scope.mayHaveMore()) {
            compilation.error(
                    argument,
                    "unknown-field",
                    "the entries have no field '" + name + "'",
                    DidYouMean.mend(name, scope.parts.keySet()));
        }
        return part;
    }

    /** A whole number from 1; -1 after a problem. */
    static int amount(YamlNode argument, Compilation compilation) {
        String text = argument instanceof YamlText scalar ? scalar.text() : "";
        if (text.matches("[1-9][0-9]{0,6}") && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        compilation.error(argument, "bad-argument", "limit is no number from 1 to " + MOST, "write limit: 10");
        return -1;
    }
}
