package io.linkspan.cli.back;

import io.linkspan.mapping.path.Condition;
import io.linkspan.mapping.path.Condition.And;
import io.linkspan.mapping.path.Condition.At;
import io.linkspan.mapping.path.Condition.Changed;
import io.linkspan.mapping.path.Condition.Compare;
import io.linkspan.mapping.path.Condition.Exists;
import io.linkspan.mapping.path.Condition.Not;
import io.linkspan.mapping.path.Condition.Numeral;
import io.linkspan.mapping.path.Condition.Operand;
import io.linkspan.mapping.path.Condition.Operator;
import io.linkspan.mapping.path.Condition.Or;
import io.linkspan.mapping.path.Condition.Text;
import io.linkspan.mapping.path.Path;
import io.linkspan.mapping.path.Path.FromEnd;
import io.linkspan.mapping.path.Path.Holds;
import io.linkspan.mapping.path.Path.Nth;
import io.linkspan.mapping.path.Path.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the conditions of a step ask of an element, as values that can be written there. */
final class Demands {
    private final Map<List<String>, String> values;
    private final TreeSet<String> others = new TreeSet<>();
    private final List<String> losses = new ArrayList<>();
    private @Nullable String obstacle;

    private Demands() {
        values = new TreeMap<>((some, more) -> some.toString().compareTo(more.toString()));
    }

    static Demands of(List<Predicate> predicates) {
        Demands demands = new Demands();
        predicates.forEach(demands::predicate);
        return demands;
    }

    /** What must be written, by the way from the element: {@code [@type]}, {@code [Head, Kind]}, {@code [#text]}. */
    Map<List<String>, String> values() {
        return values;
    }

    /** Tells elements of the same name apart; empty where nothing is asked. */
    String variant() {
        return values.isEmpty() && others.isEmpty() ? "" : values + others.toString();
    }

    List<String> losses() {
        return losses;
    }

    @Nullable
    String obstacle() {
        return obstacle;
    }

    private void predicate(Predicate predicate) {
        switch (predicate) {
            case Nth nth -> {
                if (nth.position() > 1) {
                    others.add("%05d".formatted(nth.position()));
                    losses.add("its place, where one before it is missing");
                }
            }
            case FromEnd last -> {
                others.add("last" + last.back());
                losses.add("which place it had");
            }
            case Holds holds -> condition(holds.condition());
        }
    }

    private void condition(Condition condition) {
        switch (condition) {
            case And both -> {
                condition(both.left());
                condition(both.right());
            }
            case Or either -> {
                condition(either.left());
                losses.add("which of the values it is picked by it had");
            }
            case Compare compare when compare.operator() == Operator.EQUAL -> equal(compare.left(), compare.right());
            case Not not
            when not.inner() instanceof Exists exists && way(exists.path()) != null ->
                others.add("not " + exists.path());
            default -> obstacle = "by a condition that names no value to write";
        }
    }

    private void equal(Operand left, Operand right) {
        String text = text(left) == null ? text(right) : text(left);
        List<String> way = way(text(left) == null ? left : right);
        if (text == null) {
            obstacle = "by a comparison with another value";
        } else if (way == null) {
            obstacle = "by a condition that names no value to write";
        } else {
            values.put(way, text);
        }
    }

    private static @Nullable String text(Operand operand) {
        return switch (operand) {
            case Text text -> text.text();
            case Numeral numeral -> numeral.number().toPlainString();
            default -> null;
        };
    }

    private @Nullable List<String> way(Operand operand) {
        if (operand instanceof Changed changed) {
            losses.add("how the value it is picked by was written");
            return way(changed.inner());
        }
        return operand instanceof At at ? way(at.path()) : null;
    }

    /** Plain names below the element; null where something else is asked. */
    private static @Nullable List<String> way(Path path) {
        if (path.start() != Path.Start.HERE || path.ups() > 0) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (Path.Step step : path.steps()) {
            switch (step) {
                case Path.Elements elements
                when !elements.deep()
                        && elements.predicates().isEmpty()
                        && elements.name().uri() == null ->
                    names.add(elements.name().local());
                case Path.Attribute attribute
                when attribute.name().uri() == null ->
                    names.add("@" + attribute.name().local());
                default -> {
                    return null;
                }
            }
        }
        return names.contains("*") ? null : names.isEmpty() ? List.of(Element.TEXT) : names;
    }
}
