package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.function.Slice;
import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.write.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A single value, or a list of single values: source, steps, and what becomes of nothing. */
final class ValuePart extends Part {
    private final Source source;
    private final @Nullable ShortWay shortWay;
    private final Op[] ops;
    private final Emptiness emptiness;
    private final @Nullable When when;
    private final Scope scope;
    private int place = -1;

    ValuePart(Name name, Field field, boolean hidden, Scope scope, Rule rule) {
        super(name, field, hidden);
        this.scope = scope;
        source = rule.source();
        ops = rule.ops().toArray(Op[]::new);
        emptiness = rule.emptiness();
        when = rule.when();
        shortWay = when == null ? ShortWay.of(source, rule.ops()) : null;
    }

    /**
     * How a value comes to be.
     *
     * @param when the condition for its being there at all, or null
     */
    record Rule(
            Source source,
            List<Op> ops,
            Emptiness emptiness,
            @Nullable When when) {}

    @Override
    Kind kind() {
        Kind kind = source.kind();
        for (Op op : ops) {
            kind = op.kind(kind);
        }
        return kind;
    }

    @Override
    List<Part> uses() {
        List<Part> uses = new ArrayList<>(source.uses());
        if (when != null) {
            uses.addAll(when.uses());
        }
        return uses;
    }

    @Override
    void remember() {
        if (place < 0) {
            place = scope.nextPlace();
        }
    }

    @Override
    void write(Run run, Frame here) {
        if (hidden) {
            value(run, here);
            return;
        }
        Object value = place >= 0 || shortWay == null || run.isTraced() ? null : shortWay.value(run, here);
        if (value instanceof Slice slice) {
            run.write(this, slice);
        } else {
            run.write(this, value == null ? value(run, here) : value);
        }
    }

    /** The short way, where there is one. */
    @Nullable
    ShortWay shortWay() {
        return shortWay;
    }

    @Override
    Object value(Run run, Frame here) {
        if (place >= 0) {
            Object known = run.memory().recall(scope, place);
            if (known != null) {
                return known;
            }
        }
        Object value = compute(run, here, run.focus(field, here));
        run.blur(value);
        if (place >= 0) {
            run.memory().remember(scope, place, value);
        }
        return value;
    }

    private Object compute(Run run, Frame here, Focus focus) {
        if (when != null && !when.holds(run)) {
            return Missing.OMIT;
        }
        Object raw = source.read(run, here);
        focus.raw = raw;
        // No pattern switch here: this runs once a field, and its dispatch costs more than all the rest.
        if (raw instanceof String text) {
            return isBlank(text) ? ofBlank(run, text, focus) : steps(run, raw, focus);
        }
        if (raw == null) {
            return emptiness.settle(run, Emptiness.Kind.ABSENT, "");
        }
        if (raw == Missing.NIL) {
            return emptiness.settle(run, Emptiness.Kind.NIL, Missing.NULL);
        }
        return raw instanceof Missing ? raw : steps(run, raw, focus);
    }

    private static boolean isBlank(String text) {
        return text.isEmpty() || (text.charAt(0) <= ' ' && text.isBlank()) || (text.charAt(0) > 0x7F && text.isBlank());
    }

    private Object ofBlank(Run run, String text, Focus focus) {
        Emptiness.Kind kind = text.isEmpty() ? Emptiness.Kind.EMPTY : Emptiness.Kind.BLANK;
        boolean taken = ops.length > 0 && ops[0].takesEmpty();
        return taken || (kind == Emptiness.Kind.BLANK && emptiness.keeps(kind))
                ? steps(run, text, focus)
                : emptiness.settle(run, kind, text);
    }

    private Object steps(Run run, Object raw, Focus focus) {
        Object value = raw;
        for (Op op : ops) {
            if (value instanceof String text && text.isEmpty() && !op.takesEmpty()) {
                break;
            }
            Object next = op.apply(run, value);
            run.traceStep(op, next);
            if (focus.failed) {
                return Missing.FAILED;
            }
            if (next == null) {
                // Nothing taken from a list means that there was none; nothing made of a value, that it was empty.
                return emptiness.settle(
                        run, value instanceof List<?> ? Emptiness.Kind.ABSENT : Emptiness.Kind.EMPTY, "");
            }
            value = next;
        }
        return settled(run, value);
    }

    private Object settled(Run run, Object value) {
        if (value instanceof String text) {
            if (text.isEmpty()) {
                return emptiness.settle(run, Emptiness.Kind.EMPTY, text);
            }
            return emptiness.isRequired() && isBlank(text) ? emptiness.settle(run, Emptiness.Kind.BLANK, text) : value;
        }
        return value instanceof List<?> list && list.isEmpty()
                ? emptiness.settle(run, Emptiness.Kind.NO_ENTRIES, list)
                : value;
    }
}
