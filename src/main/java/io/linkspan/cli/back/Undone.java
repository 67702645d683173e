package io.linkspan.cli.back;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What takes back a step of a mapping.
 *
 * @param options the steps to write, each {@code name: argument}
 * @param loss what does not come back, or null
 * @param obstacle why the step cannot be taken back at all, or null
 */
record Undone(
        List<String> options,
        @Nullable String loss,
        @Nullable String obstacle) {
    static final Undone NOTHING = new Undone(List.of(), null, null);

    static Undone by(String... options) {
        return new Undone(List.of(options), null, null);
    }

    static Undone impossible(String why) {
        return new Undone(List.of(), null, why);
    }

    Undone losing(@Nullable String what) {
        return new Undone(options, what, obstacle);
    }
}
