package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps about a list as a whole. A single value is a list of one. */
final class ListOps {
    private ListOps() {}

    @Nullable
    static Op compile(String key, YamlNode argument, Compilation compilation) {
        return switch (key) {
            case "sort" -> sort(argument, compilation);
            case "limit" -> limit(argument, compilation);
            case "joined" -> joined(argument, compilation);
            default -> switchedOn(argument, key, compilation) ? plain(key) : null;
        };
    }

    private static boolean switchedOn(YamlNode argument, String key, Compilation compilation) {
        String word = argument instanceof YamlText text ? text.text() : "";
        if (!word.equals("true") && !word.equals("false")) {
            compilation.error(argument, "bad-argument", key + " is switched on or off", "write " + key + ": true");
        }
        return word.equals("true");
    }

    private static Op plain(String key) {
        return switch (key) {
            case "distinct" -> new ListOp(key, list -> new ArrayList<>(new LinkedHashSet<>(list)));
            case "first" -> new FoldOp(key, (run, list) -> list.isEmpty() ? null : list.getFirst());
            case "last" -> new FoldOp(key, (run, list) -> list.isEmpty() ? null : list.getLast());
            case "count" -> new FoldOp(key, (run, list) -> (long) list.size());
            case "sum" -> new FoldOp(key, ListOps::sum);
            case "average" -> new FoldOp(key, ListOps::average);
            case "smallest" ->
                new FoldOp(
                        key,
                        (run, list) -> list.stream().min(ValueOrder.ASCENDING).orElse(null));
            default ->
                new FoldOp(
                        key,
                        (run, list) -> list.stream().max(ValueOrder.ASCENDING).orElse(null));
        };
    }

    private static @Nullable Op sort(YamlNode argument, Compilation compilation) {
        String word = argument instanceof YamlText text ? text.text() : "";
        return switch (word) {
            case "true", "asc", "ascending" -> new ListOp("sort", list -> sorted(list, false));
            case "desc", "descending" -> new ListOp("sort", list -> sorted(list, true));
            default -> {
                compilation.error(
                        argument, "bad-argument", "values are sorted up or down", "write sort: asc or sort: desc");
                yield null;
            }
        };
    }

    private static List<Object> sorted(List<Object> list, boolean down) {
        List<Object> sorted = new ArrayList<>(list);
        sorted.sort(down ? ValueOrder.ASCENDING.reversed() : ValueOrder.ASCENDING);
        return sorted;
    }

    private static @Nullable Op limit(YamlNode argument, Compilation compilation) {
        int most = Sieves.amount(argument, compilation);
        return most < 0 ? null : new ListOp("limit", list -> list.subList(0, Math.min(most, list.size())));
    }

    private static @Nullable Op joined(YamlNode argument, Compilation compilation) {
        if (argument instanceof YamlText with) {
            return new FoldOp(
                    "joined",
                    (run, list) -> list.stream()
                            .map(JoinSource::text)
                            .filter(text -> !text.isBlank())
                            .collect(Collectors.joining(with.text())));
        }
        compilation.error(argument, "bad-argument", "joined names no separator", "write joined: \", \"");
        return null;
    }

    private static @Nullable Object sum(Run run, List<Object> list) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Object value : list) {
            BigDecimal number = ValueOrder.number(value);
            if (number == null) {
                run.error("not_a_number", "a sum needs plain numbers; name a number function before it");
                return null;
            }
            sum = sum.add(number);
        }
        return sum;
    }

    private static @Nullable Object average(Run run, List<Object> list) {
        if (list.isEmpty() || !(sum(run, list) instanceof BigDecimal sum)) {
            return null;
        }
        BigDecimal average = sum.divide(BigDecimal.valueOf(list.size()), MathContext.DECIMAL128);
        return average.scale() > sum.scale() ? average.stripTrailingZeros() : average;
    }

    private static List<Object> list(Object value) {
        List<Object> list = new ArrayList<>();
        if (value instanceof List<?> several) {
            list.addAll(several);
        } else {
            list.add(value);
        }
        return list;
    }

    /** From a list to a list. */
    private record ListOp(String name, UnaryOperator<List<Object>> change) implements Op {
        @Override
        public Kind kind(Kind before) {
            return Kind.LIST;
        }

        @Override
        public Object apply(Run run, Object value) {
            return change.apply(list(value));
        }
    }

    /** From a list to one value. */
    private record FoldOp(String name, Fold fold) implements Op {
        @Override
        public Kind kind(Kind before) {
            return switch (name) {
                case "count" -> Kind.INTEGER;
                case "sum", "average" -> Kind.DECIMAL;
                case "joined" -> Kind.TEXT;
                default -> Kind.ANY;
            };
        }

        @Override
        public @Nullable Object apply(Run run, Object value) {
            return fold.fold(run, list(value));
        }
    }

    /** What makes one value of a list. */
    @FunctionalInterface
    private interface Fold {
        @Nullable
        Object fold(Run run, List<Object> list);
    }
}
