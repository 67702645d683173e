package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.function.Function;
import io.linkspan.mapping.function.Function.Example;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a function gives, told from its own examples, which are executed and so are true. */
final class ResultKinds {
    private ResultKinds() {}

    static Kind of(Function function) {
        Kind common = null;
        for (Example example : function.doc().examples()) {
            Kind kind = example.given().startsWith("[") ? null : of(example.result());
            common = kind == null ? common : common == null ? kind : joined(common, kind);
        }
        return common == null ? Kind.ANY : common;
    }

    /** The kind of a result written as JSON; null where it says nothing. */
    private static @Nullable Kind of(String result) {
        if (result.isEmpty() || result.startsWith("null") || result.startsWith("error:")) {
            return null;
        }
        return switch (result.charAt(0)) {
            case '"' -> Kind.TEXT;
            case '[' -> Kind.LIST;
            case '{' -> Kind.OBJECT;
            case 't', 'f' -> Kind.BOOLEAN;
            default -> result.split(" ", 2)[0].indexOf('.') < 0 ? Kind.INTEGER : Kind.DECIMAL;
        };
    }

    /** What is either of two kinds. */
    static Kind joined(Kind one, Kind other) {
        if (one == other) {
            return one;
        }
        boolean numbers = isNumber(one) && isNumber(other);
        return numbers ? Kind.DECIMAL : Kind.ANY;
    }

    private static boolean isNumber(Kind kind) {
        return kind == Kind.INTEGER || kind == Kind.DECIMAL;
    }

    /** The kind of a constant. */
    static Kind ofConstant(Object value) {
        return switch (value) {
            case String text -> Kind.TEXT;
            case Boolean truth -> Kind.BOOLEAN;
            case Long number -> Kind.INTEGER;
            case BigDecimal number -> Kind.DECIMAL;
            case List<?> list -> Kind.LIST;
            case Map<?, ?> map -> Kind.OBJECT;
            default -> Kind.ANY;
        };
    }
}
