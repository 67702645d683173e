package io.linkspan.mapping.expression;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CEL's operators. A value that is not there makes the result unknown, unless it does not matter. */
final class Operators {
    private Operators() {}

    /** The term of an operator; null where the function is none. */
    static @Nullable Term of(String function, List<Term> arguments) {
        return switch (function) {
            case "_&&_" -> and(arguments.get(0), arguments.get(1));
            case "_||_" -> or(arguments.get(0), arguments.get(1));
            case "!_" -> not(arguments.get(0));
            case "@not_strictly_false", "__not_strictly_false__" ->
                env -> !Boolean.FALSE.equals(arguments.get(0).value(env));
            case "_?_:_" -> choice(arguments.get(0), arguments.get(1), arguments.get(2));
            case "_==_" -> equal(arguments.get(0), arguments.get(1), true);
            case "_!=_" -> equal(arguments.get(0), arguments.get(1), false);
            case "_<_", "_<=_", "_>_", "_>=_" -> order(function, arguments.get(0), arguments.get(1));
            case "_+_" -> sum(arguments.get(0), arguments.get(1));
            case "_-_" -> difference(arguments.get(0), arguments.get(1));
            case "_*_", "_/_", "_%_" ->
                known(arguments, values -> Numbers.calculate(function, values.get(0), values.get(1)));
            case "-_" -> known(arguments, values -> Numbers.negated(values.getFirst()));
            case "@in", "_in_" -> in(arguments.get(0), arguments.get(1));
            case "_[_]" -> known(arguments, values -> item(values.get(0), values.get(1)));
            default -> null;
        };
    }

    /** A calculation on values that are all there. */
    interface Calculation {
        @Nullable
        Object of(List<Object> values);
    }

    /** A term that is unknown as soon as one of its arguments is not there. */
    static Term known(List<Term> arguments, Calculation calculation) {
        return env -> {
            List<Object> values = new ArrayList<>(arguments.size());
            for (Term argument : arguments) {
                Object value = argument.value(env);
                if (value == null || value == Unknown.VALUE) {
                    return Unknown.VALUE;
                }
                values.add(value);
            }
            return calculation.of(values);
        };
    }

    private static Term and(Term left, Term right) {
        return env -> {
            Object a = left.value(env);
            if (Boolean.FALSE.equals(a)) {
                return false;
            }
            Object b = right.value(env);
            return Boolean.FALSE.equals(b)
                    ? false
                    : Boolean.TRUE.equals(a) && Boolean.TRUE.equals(b) ? true : (Object) Unknown.VALUE;
        };
    }

    private static Term or(Term left, Term right) {
        return env -> {
            Object a = left.value(env);
            if (Boolean.TRUE.equals(a)) {
                return true;
            }
            Object b = right.value(env);
            return Boolean.TRUE.equals(b)
                    ? true
                    : Boolean.FALSE.equals(a) && Boolean.FALSE.equals(b) ? false : (Object) Unknown.VALUE;
        };
    }

    private static Term not(Term inner) {
        return env -> inner.value(env) instanceof Boolean truth ? (Object) !truth : Unknown.VALUE;
    }

    private static Term choice(Term condition, Term then, Term otherwise) {
        return env ->
                condition.value(env) instanceof Boolean truth ? (truth ? then : otherwise).value(env) : Unknown.VALUE;
    }

    private static Term equal(Term left, Term right, boolean wanted) {
        return env -> {
            Object a = left.value(env);
            Object b = right.value(env);
            return a == Unknown.VALUE || b == Unknown.VALUE
                    ? Unknown.VALUE
                    : (Object) (Comparisons.same(a, b) == wanted);
        };
    }

    private static Term order(String function, Term left, Term right) {
        return env -> {
            Object a = left.value(env);
            Object b = right.value(env);
            return a == Unknown.VALUE || b == Unknown.VALUE ? Unknown.VALUE : Comparisons.ordered(function, a, b);
        };
    }

    private static Term sum(Term left, Term right) {
        return env -> {
            Object a = left.value(env);
            Object b = right.value(env);
            if (a == Unknown.VALUE || b == Unknown.VALUE) {
                return Unknown.VALUE;
            }
            if (a instanceof String || b instanceof String) {
                return (a == null ? "" : a.toString()) + (b == null ? "" : b);
            }
            return a == null || b == null ? Unknown.VALUE : added(a, b);
        };
    }

    private static Object added(Object a, Object b) {
        return switch (a) {
            case List<?> left
            when b instanceof List<?> right -> {
                List<Object> both = new ArrayList<>(left);
                both.addAll(right);
                yield both;
            }
            case Instant time when b instanceof Duration more -> time.plus(more);
            case Duration more when b instanceof Instant time -> time.plus(more);
            case Duration left when b instanceof Duration right -> left.plus(right);
            default -> Numbers.calculate("_+_", a, b);
        };
    }

    private static Term difference(Term left, Term right) {
        return known(List.of(left, right), values -> switch (values.get(0)) {
            case Instant time when values.get(1) instanceof Instant other -> Duration.between(other, time);
            case Instant time when values.get(1) instanceof Duration less -> time.minus(less);
            case Duration one when values.get(1) instanceof Duration less -> one.minus(less);
            default -> Numbers.calculate("_-_", values.get(0), values.get(1));
        });
    }

    private static Term in(Term item, Term list) {
        return env -> {
            Object wanted = item.value(env);
            return switch (list.value(env)) {
                case List<?> items
                when wanted != Unknown.VALUE -> items.stream().anyMatch(one -> Comparisons.same(one, wanted));
                case Map<?, ?> map when wanted != null && wanted != Unknown.VALUE -> map.containsKey(wanted);
                case null, default -> Unknown.VALUE;
            };
        };
    }

    private static Object item(Object holder, Object index) {
        return switch (holder) {
            case List<?> list
            when index instanceof Long at -> {
                if (at < 0 || at >= list.size()) {
                    throw new ExpressionException("the list has no entry " + at);
                }
                yield list.get(at.intValue());
            }
            case Map<?, ?> map -> {
                Object value = map.get(index);
                yield value == null ? Unknown.VALUE : value;
            }
            default -> throw new ExpressionException("only lists and objects have entries");
        };
    }
}
