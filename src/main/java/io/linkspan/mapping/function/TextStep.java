package io.linkspan.mapping.function;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step about one text. Other single values are written out first, a list is taken item by item. */
interface TextStep extends Step {
    @Override
    @Nullable
    Object text(String text, Notes notes);

    @Override
    default @Nullable Object apply(Object value, Notes notes) {
        if (value instanceof String text) {
            return text(text, notes);
        }
        return value instanceof List<?> list ? eachOf(this, list, notes) : text(Plain.text(value), notes);
    }

    /** The items taken by a step; those that come to nothing are left out. */
    static List<Object> eachOf(Step step, List<?> list, Notes notes) {
        List<Object> taken = new ArrayList<>(list.size());
        for (Object item : list) {
            if (item != null && (!item.equals("") || step.takesEmpty())) {
                Object next = step.apply(item, notes);
                if (next != null) {
                    taken.add(next);
                }
            }
        }
        return taken;
    }

    /** A step that has a short way. */
    record WithSlices(TextStep step, SliceStep slices) implements TextStep {
        @Override
        public @Nullable Object text(String text, Notes notes) {
            return step.text(text, notes);
        }
    }

    /** A step for which an empty text means something. */
    record TakingEmpty(TextStep step) implements TextStep {
        @Override
        public @Nullable Object text(String text, Notes notes) {
            return step.text(text, notes);
        }

        @Override
        public @Nullable SliceStep slices() {
            return step.slices();
        }

        @Override
        public boolean takesEmpty() {
            return true;
        }
    }
}
