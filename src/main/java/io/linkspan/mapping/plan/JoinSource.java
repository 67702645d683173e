package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.function.Slice;
import io.linkspan.mapping.read.Frame;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        String joined = "";
        boolean there = false;
        for (ValuePart piece : pieces) {
            Object value = piece.value(run, here);
            if (value == Missing.FAILED) {
                return Missing.FAILED;
            }
            there |= value != Missing.OMIT;
            if (!(value instanceof Missing)) {
                joined = append(joined, value);
            }
        }
        return joined.isEmpty() && !there ? null : joined;
    }

    @Override
    public @Nullable SliceSource slices() {
        ShortWay[] ways = Stream.of(pieces).map(ValuePart::shortWay).toArray(ShortWay[]::new);
        boolean all = Stream.of(ways).allMatch(way -> way != null && !way.joins());
        return all ? (run, here) -> joined(run, here, ways) : null;
    }

    private @Nullable Slice joined(Run run, Frame here, ShortWay[] ways) {
        run.joined.clear();
        for (ShortWay way : ways) {
            if (!(way.value(run, here) instanceof Slice slice) || slice.isNumber()) {
                return null;
            }
            if (run.joined.length() > 0) {
                run.joined.append(with);
            }
            run.joined.append(slice);
        }
        return run.joined;
    }

    private String append(String joined, Object value) {
        if (value instanceof List<?> list) {
            return ofList(joined, list);
        }
        String text = text(value);
        if (text.isBlank()) {
            return joined;
        }
        return joined.isEmpty() ? text : joined + with + text;
    }

    /** A mapping says how many pieces there are, a record how many entries: those are not joined one by one. */
    private String ofList(String joined, List<?> list) {
        String entries = list.stream()
                .map(entry -> entry instanceof List<?> inner ? ofList("", inner) : text(entry))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(with));
        return entries.isEmpty() ? joined : append(joined, entries);
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
