package io.linkspan.mapping.read;

import io.linkspan.mapping.path.Condition;
import io.linkspan.mapping.path.Condition.Operand;
import io.linkspan.mapping.path.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Compiles the predicates of one element. */
final class TestBuilder {
    private final WayBuilder ways;
    private final Node node;
    private boolean counts;

    TestBuilder(WayBuilder ways, Node node) {
        this.ways = ways;
        this.node = node;
    }

    boolean counts() {
        return counts;
    }

    Test test(Path.Predicate predicate) {
        return switch (predicate) {
            case Path.Nth(int wanted) -> counted((reading, frame, field, position, size) -> position == wanted);
            case Path.FromEnd(int back) -> counted((reading, frame, field, position, size) -> position == size - back);
            case Path.Holds(Condition condition) -> {
                Test test = condition(condition);
                yield counts ? new Counted(test) : test;
            }
        };
    }

    private Test counted(Test test) {
        counts = true;
        return new Counted(test);
    }

    private Test condition(Condition condition) {
        return switch (condition) {
            case Condition.And(var left, var right) -> new Both(condition(left), condition(right));
            case Condition.Or(var left, var right) -> or(condition(left), condition(right));
            case Condition.Not(var inner) -> not(condition(inner));
            case Condition.Exists(Path path) -> exists(path);
            case Condition.Compare compare -> compare(compare);
        };
    }

    /** Both hold. */
    private record Both(Test left, Test right) implements Test {
        @Override
        public boolean passes(Reading reading, Frame candidate, Frame field, int position, int size) {
            return left.passes(reading, candidate, field, position, size)
                    && right.passes(reading, candidate, field, position, size);
        }

        @Override
        public @Nullable Join join() {
            Join join = left.join();
            return join == null ? right.join() : join;
        }
    }

    private static Test or(Test left, Test right) {
        return (reading, frame, field, position, size) -> left.passes(reading, frame, field, position, size)
                || right.passes(reading, frame, field, position, size);
    }

    private static Test not(Test inner) {
        return (reading, frame, field, position, size) -> !inner.passes(reading, frame, field, position, size);
    }

    private Test exists(Path path) {
        Way way = ways.value(path, node, true);
        return way == null
                ? (reading, frame, field, position, size) -> false
                : (reading, frame, field, position, size) -> way.find(reading, frame, field) != null;
    }

    private Test compare(Condition.Compare compare) {
        if (compare.operator() == Condition.Operator.EQUAL
                && compare.left() instanceof Condition.At(Path path)
                && compare.right() instanceof Condition.Text(String text)
                && !isPosition(path)) {
            Way way = ways.value(path, node, true);
            return way == null
                    ? (reading, frame, field, position, size) -> false
                    : (reading, frame, field, position, size) -> way.anyIs(reading, frame, field, text);
        }
        if (compare.operator() == Condition.Operator.EQUAL) {
            Join join = join(compare.left(), compare.right());
            if (join != null) {
                return join;
            }
        }
        Comparison comparison = new Comparison(compare.operator());
        Values left = values(compare.left());
        Values right = values(compare.right());
        return (reading, frame, field, position, size) -> comparison.anyHolds(
                left.of(reading, frame, field, position, size), right.of(reading, frame, field, position, size));
    }

    private @Nullable Join join(Operand left, Operand right) {
        if (isOwn(left) && isFields(right)) {
            return new Join(values(left), values(right));
        }
        return isOwn(right) && isFields(left) ? new Join(values(right), values(left)) : null;
    }

    /** Whether it is a value of the element under test, whatever the field and wherever the element stands. */
    private static boolean isOwn(Operand operand) {
        return switch (operand) {
            case Condition.At(Path path) ->
                path.start() == Path.Start.HERE
                        && path.ups() == 0
                        && path.steps().stream().allMatch(TestBuilder::isPlain);
            case Condition.Changed(var change, var inner) -> isOwn(inner);
            default -> false;
        };
    }

    private static boolean isPlain(Path.Step step) {
        return switch (step) {
            case Path.Attribute attribute -> true;
            case Path.Elements elements -> elements.predicates().isEmpty();
            case Path.Self self -> self.predicates().isEmpty();
            default -> false;
        };
    }

    /** Whether it is a value of the record or item the field belongs to. */
    private static boolean isFields(Operand operand) {
        return switch (operand) {
            case Condition.At(Path path) -> path.start() == Path.Start.FIELD;
            case Condition.Moved(Path position, int by) -> position.start() == Path.Start.FIELD;
            case Condition.Changed(var change, var inner) -> isFields(inner);
            default -> false;
        };
    }

    private Values values(Operand operand) {
        return switch (operand) {
            case Condition.Text(String text) -> Values.constant(text);
            case Condition.Numeral(var number) -> Values.constant(number.toString());
            case Condition.Last(int back) -> {
                counts = true;
                yield (reading, frame, field, position, size) -> List.of(Integer.toString(size - back));
            }
            case Condition.Changed(var change, var inner) -> values(inner).changed(changer(change));
            case Condition.At(Path path) -> at(path);
            case Condition.Moved(Path path, int by) ->
                at(path).changed(position -> Long.toString(Long.parseLong(position) + by));
        };
    }

    private Values at(Path path) {
        if (isPosition(path)) {
            counts = true;
            return (reading, frame, field, position, size) -> List.of(Integer.toString(position));
        }
        @Nullable Way way = ways.value(path, node, true);
        return way == null
                ? (reading, frame, field, position, size) -> List.of()
                : (reading, frame, field, position, size) -> way.texts(reading, frame, field);
    }

    /** Whether the position of the element under test is meant. */
    private static boolean isPosition(Path path) {
        return path.start() == Path.Start.HERE
                && path.ups() == 0
                && path.steps().equals(List.of(new Path.About(Path.Fact.POSITION)));
    }

    private static UnaryOperator<String> changer(Condition.Change change) {
        return switch (change) {
            case TRIM -> String::strip;
            case LOWER -> text -> text.toLowerCase(Locale.ROOT);
            case UPPER -> text -> text.toUpperCase(Locale.ROOT);
        };
    }

    /** A test that needs positions. */
    private record Counted(Test test) implements Test {
        @Override
        public boolean passes(Reading reading, Frame candidate, Frame field, int position, int size) {
            return test.passes(reading, candidate, field, position, size);
        }

        @Override
        public boolean counts() {
            return true;
        }
    }
}
