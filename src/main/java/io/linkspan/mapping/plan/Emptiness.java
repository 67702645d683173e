package io.linkspan.mapping.plan;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of a value that is not there, by the kind of its not being there. */
final class Emptiness {
    /** The four kinds, and the fifth for a list without entries. */
    enum Kind {
        ABSENT,
        NIL,
        EMPTY,
        BLANK,
        NO_ENTRIES;

        String code() {
            return this == NO_ENTRIES ? "no_entries" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** What to do. */
    sealed interface Action {}

    /** Leave the key out. */
    record Omit() implements Action {}

    /** Write null. */
    record Null() implements Action {}

    /** An error. */
    record Fail() implements Action {}

    /** Leave the value as it is. */
    record Keep() implements Action {}

    /** Write something else. */
    record Instead(Object value) implements Action {}

    /** What a file that says nothing means. */
    static final Emptiness STANDARD = new Emptiness(Map.of(
            Kind.ABSENT, new Omit(),
            Kind.NIL, new Null(),
            Kind.EMPTY, new Null(),
            Kind.BLANK, new Null(),
            Kind.NO_ENTRIES, new Keep()));

    private final Map<Kind, Action> actions;
    private final boolean required;

    private Emptiness(Map<Kind, Action> actions) {
        this(actions, false);
    }

    private Emptiness(Map<Kind, Action> actions, boolean required) {
        this.actions = new EnumMap<>(actions);
        this.required = required;
    }

    /** The same, with one kind treated otherwise. */
    Emptiness with(Kind kind, Action action) {
        Map<Kind, Action> changed = new EnumMap<>(actions);
        changed.put(kind, action);
        return new Emptiness(changed, required);
    }

    /** The same, with nothing missing allowed. */
    Emptiness asRequired() {
        return new Emptiness(actions, true);
    }

    boolean isRequired() {
        return required;
    }

    @Nullable
    Action get(Kind kind) {
        return actions.get(kind);
    }

    boolean keeps(Kind kind) {
        return !required && actions.get(kind) instanceof Keep;
    }

    /** What the field comes to. */
    Object settle(Run run, Kind kind, Object asFound) {
        Action action = actions.getOrDefault(kind, new Omit());
        if (action instanceof Instead(Object value)) {
            return value;
        }
        if (required) {
            run.error("required", "a value is required");
            return Missing.FAILED;
        }
        return switch (action) {
            case Omit omit -> Missing.OMIT;
            case Null nothing -> Missing.NULL;
            case Keep keep -> asFound;
            case Instead(Object value) -> value;
            case Fail fail -> {
                run.error(kind.code(), "the value is " + kind.code());
                yield Missing.FAILED;
            }
        };
    }
}
