package io.linkspan.mapping.plan;

import io.linkspan.mapping.function.Slice;
import io.linkspan.mapping.function.SliceStep;
import io.linkspan.mapping.read.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How most values get from the record to the target: as characters that are never made an object, step by step. Whatever
 * has anything to be said about it (it is missing, blank, refused) goes the long way, from the beginning.
 */
final class ShortWay {
    private final SliceSource source;
    private final SliceStep[] steps;
    private final boolean joins;

    private ShortWay(SliceSource source, SliceStep[] steps, boolean joins) {
        this.source = source;
        this.steps = steps;
        this.joins = joins;
    }

    /** The short way of a source and its steps; null where one of them has none. */
    static @Nullable ShortWay of(Source source, List<Op> ops) {
        SliceSource slices = source.slices();
        SliceStep[] steps = new SliceStep[ops.size()];
        for (int i = 0; i < steps.length; i++) {
            SliceStep step = slices == null ? null : ops.get(i).slices();
            if (step == null) {
                return null;
            }
            steps[i] = step;
        }
        return slices == null ? null : new ShortWay(slices, steps, source instanceof JoinSource);
    }

    /** Whether it begins with pieces put together: then it needs the room that another such way needs. */
    boolean joins() {
        return joins;
    }

    /** The value: a {@link Slice}, or what a step made of it; null where it has to go the long way. */
    @SuppressWarnings("ReferenceEquality") // a step gives back the very slice while the way goes on
    @Nullable
    Object value(Run run, Frame here) {
        Slice slice = source.read(run, here);
        if (slice == null || !slice.hasSubstance()) {
            return null;
        }
        Object value = slice;
        for (SliceStep step : steps) {
            value = value == slice && !slice.isNumber() ? step.take(slice) : null;
            if (value == null) {
                return null;
            }
        }
        return value instanceof String text && text.isBlank() ? null : value;
    }
}
