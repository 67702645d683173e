package io.linkspan.system.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an error of a system means, as the configuration can say it. */
public enum FaultClass {
    /** May work later. */
    RETRIABLE,
    /** The other side is slowing us down. */
    LIMITED,
    /** The same again would be refused again. */
    REFUSED,
    /** What was asked for is not there. */
    NOT_FOUND,
    /** What was to be created is there already. */
    DUPLICATE,
    /** There is nothing left to do: what was to be deleted is gone, what was to be set stands. Counts as delivered. */
    DONE,
    /** The session or token is no longer good: get another and repeat once. */
    LOGIN,
    /** A person must mend credentials or configuration. */
    MISCONFIGURED;

    /** The word in the configuration: {@code not-found}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The class a word names. */
    public static Optional<FaultClass> of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(FaultClass::word).toList();
    }
}
