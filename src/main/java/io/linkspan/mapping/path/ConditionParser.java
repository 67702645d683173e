package io.linkspan.mapping.path;

import io.linkspan.mapping.path.Condition.Change;
import io.linkspan.mapping.path.Condition.Compare;
import io.linkspan.mapping.path.Condition.Operand;
import io.linkspan.mapping.path.Condition.Operator;
import io.linkspan.mapping.path.Path.Predicate;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what stands between {@code [} and {@code ]}. */
final class ConditionParser {
    private static final Map<String, Operator> TESTS =
            Map.of("contains", Operator.CONTAINS, "starts-with", Operator.STARTS_WITH, "ends-with", Operator.ENDS_WITH);
    private static final Map<String, Change> CHANGES =
            Map.of("trim", Change.TRIM, "lower", Change.LOWER, "upper", Change.UPPER);

    private final Cursor cursor;
    private final PathParser paths;

    ConditionParser(Cursor cursor, PathParser paths) {
        this.cursor = cursor;
        this.paths = paths;
    }

    Predicate predicate() throws BadPath {
        int at = cursor.position();
        Read read = either();
        return switch (read) {
            case Asked(Condition condition) -> new Path.Holds(condition);
            case Alone(Condition.Numeral(BigDecimal number)) -> nth(at, number);
            case Alone(Condition.Last(int back)) -> new Path.FromEnd(back);
            case Alone alone -> new Path.Holds(settled(alone, at));
        };
    }

    private static Predicate nth(int at, BigDecimal number) throws BadPath {
        try {
            if (number.signum() > 0) {
                return new Path.Nth(number.intValueExact());
            }
        } catch (ArithmeticException fraction) {
            throw new BadPath(at, "'" + number + "' is no position", "count from 1");
        }
        throw new BadPath(at, "positions count from 1", "write [1] for the first");
    }

    private Read either() throws BadPath {
        int at = cursor.position();
        Read left = both();
        while (word("or")) {
            left = new Asked(new Condition.Or(settled(left, at), settled(both(), at)));
        }
        return left;
    }

    private Read both() throws BadPath {
        int at = cursor.position();
        Read left = single();
        while (word("and")) {
            left = new Asked(new Condition.And(settled(left, at), settled(single(), at)));
        }
        return left;
    }

    private boolean word(String word) {
        cursor.blanks();
        boolean there = cursor.takeWord(word);
        cursor.blanks();
        return there;
    }

    private Read single() throws BadPath {
        if (cursor.take("not(")) {
            return new Asked(new Condition.Not(inBrackets()));
        }
        if (cursor.take("(")) {
            return new Asked(inBrackets());
        }
        for (Map.Entry<String, Operator> test : TESTS.entrySet()) {
            if (cursor.take(test.getKey() + "(")) {
                return new Asked(test(test.getValue()));
            }
        }
        Operand left = operand();
        Operator operator = operator();
        if (operator == null) {
            return left instanceof Condition.At(Path path) ? new Asked(new Condition.Exists(path)) : new Alone(left);
        }
        cursor.blanks();
        return new Asked(new Compare(left, operator, operand()));
    }

    private Condition inBrackets() throws BadPath {
        cursor.deeper();
        cursor.blanks();
        int at = cursor.position();
        Condition inner = settled(either(), at);
        close();
        cursor.higher();
        return inner;
    }

    private Condition test(Operator operator) throws BadPath {
        cursor.blanks();
        Operand left = operand();
        cursor.blanks();
        if (!cursor.take(",")) {
            throw cursor.bad("a ',' is missing", "two values are compared");
        }
        cursor.blanks();
        Operand right = operand();
        close();
        return new Compare(left, operator, right);
    }

    private void close() throws BadPath {
        cursor.blanks();
        if (!cursor.take(")")) {
            throw cursor.bad("a ')' is missing", "");
        }
    }

    private @Nullable Operator operator() throws BadPath {
        cursor.blanks();
        if (cursor.take("==")) {
            throw cursor.bad("'==' is no comparison of a path", "write =");
        }
        if (cursor.take("!=")) {
            return Operator.UNEQUAL;
        }
        if (cursor.take("<=")) {
            return Operator.AT_MOST;
        }
        if (cursor.take(">=")) {
            return Operator.AT_LEAST;
        }
        if (cursor.take("=")) {
            return Operator.EQUAL;
        }
        if (cursor.take("<")) {
            return Operator.LESS;
        }
        return cursor.take(">") ? Operator.MORE : null;
    }

    private Operand operand() throws BadPath {
        char next = cursor.peek();
        if (next == '?') {
            throw cursor.bad("'?' means nothing here", "write the condition alone: [Amount>=100]");
        }
        if (next == '\'' || next == '"') {
            return new Condition.Text(cursor.quoted());
        }
        if ((next >= '0' && next <= '9') || next == '-') {
            return number();
        }
        if (cursor.take("last()")) {
            return last();
        }
        for (Map.Entry<String, Change> change : CHANGES.entrySet()) {
            if (cursor.take(change.getKey() + "(")) {
                return changed(change.getValue());
            }
        }
        Path path = paths.path();
        boolean counts = !path.steps().isEmpty() && path.steps().getLast().equals(new Path.About(Path.Fact.POSITION));
        return counts ? moved(path) : new Condition.At(path);
    }

    /** A position, or one some places on or back. */
    private Operand moved(Path position) throws BadPath {
        cursor.blanks();
        boolean back = cursor.take("-");
        if (!back && !cursor.take("+")) {
            return new Condition.At(position);
        }
        cursor.blanks();
        int at = cursor.position();
        try {
            int by = number().number().intValueExact();
            return new Condition.Moved(position, back ? -by : by);
        } catch (ArithmeticException fraction) {
            throw new BadPath(at, "a position is moved by a small whole number", "write $position()+1");
        }
    }

    private Operand changed(Change change) throws BadPath {
        cursor.deeper();
        cursor.blanks();
        Operand inner = operand();
        close();
        cursor.higher();
        return new Condition.Changed(change, inner);
    }

    private Condition.Numeral number() throws BadPath {
        int from = cursor.position();
        String word = cursor.name();
        try {
            return new Condition.Numeral(new BigDecimal(word));
        } catch (NumberFormatException notANumber) {
            throw new BadPath(from, "'" + word + "' is no number", "put a text or a name in quotes");
        }
    }

    private Operand last() throws BadPath {
        cursor.blanks();
        if (!cursor.looksAt("-")) {
            return new Condition.Last(0);
        }
        cursor.take("-");
        cursor.blanks();
        int at = cursor.position();
        try {
            return new Condition.Last(number().number().intValueExact());
        } catch (ArithmeticException fraction) {
            throw new BadPath(at, "last() is followed by a small whole number", "write last()-1");
        }
    }

    /** A lone number or {@code last()} says a position, and can do so only as the whole of a predicate. */
    private static Condition settled(Read read, int at) throws BadPath {
        return switch (read) {
            case Asked(Condition condition) -> condition;
            case Alone alone -> throw new BadPath(at, "a value stands alone", "compare it: position()=1, Name='x'");
        };
    }

    /** What was read so far. */
    private sealed interface Read {}

    /** A condition. */
    private record Asked(Condition condition) implements Read {}

    /** A value that nothing is compared with. */
    private record Alone(Operand operand) implements Read {}
}
