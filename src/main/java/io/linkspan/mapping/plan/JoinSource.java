package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pieces in one text; a piece that is not there leaves no separator behind. */
final class JoinSource implements Source {
    private final ValuePart[] pieces;
    private final String with;

    JoinSource(List<ValuePart> pieces, String with) {
        this.pieces = pieces.toArray(ValuePart[]::new);
        this.with = with;
    }

    @Override
    public Kind kind() {
        return Kind.TEXT;
    }

    @Override
    public List<Part> uses() {
        return List.of(pieces);
    }

    @Override
    public @Nullable Object read(Run run, Frame here) {
        StringBuilder joined = new StringBuilder();
        boolean there = false;
        for (ValuePart piece : pieces) {
            Object value = piece.value(run, here);
            if (value == Missing.FAILED) {
                return Missing.FAILED;
            }
            there |= value != Missing.OMIT;
            if (!(value instanceof Missing)) {
                append(joined, value);
            }
        }
        return joined.isEmpty() && !there ? null : joined.toString();
    }

    private void append(StringBuilder joined, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(item -> append(joined, item));
            return;
        }
        String text = text(value);
        if (!text.isBlank()) {
            joined.append(joined.isEmpty() ? "" : with).append(text);
        }
    }

    /** A single value as a text. */
    static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        return switch (value) {
            case BigDecimal number when Math.abs((long) number.scale()) < 10_000 -> number.toPlainString();
            case Missing missing -> "";
            default -> value.toString();
        };
    }
}
