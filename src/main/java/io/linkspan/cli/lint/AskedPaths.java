package io.linkspan.cli.lint;

import io.linkspan.mapping.path.Condition;
import io.linkspan.mapping.path.Path;
import java.util.stream.Stream;

/** The paths that a predicate asks about. */
final class AskedPaths {
    private AskedPaths() {}

    static Stream<Path> of(Condition condition) {
        return switch (condition) {
            case Condition.And and -> Stream.concat(of(and.left()), of(and.right()));
            case Condition.Or or -> Stream.concat(of(or.left()), of(or.right()));
            case Condition.Not not -> Stream.of(); // asking that something is not there is fair
            case Condition.Exists exists -> Stream.of(exists.path());
            case Condition.Compare compare -> Stream.concat(of(compare.left()), of(compare.right()));
        };
    }

    private static Stream<Path> of(Condition.Operand operand) {
        return switch (operand) {
            case Condition.At at -> Stream.of(at.path());
            case Condition.Changed changed -> of(changed.inner());
            case Condition.Moved moved -> Stream.of(moved.position());
            case Condition.Text text -> Stream.of();
            case Condition.Numeral numeral -> Stream.of();
            case Condition.Last last -> Stream.of();
        };
    }
}
