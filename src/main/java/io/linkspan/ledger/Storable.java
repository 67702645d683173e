package io.linkspan.ledger;

import org.jspecify.annotations.Nullable;

/** Text that others wrote, made fit for a database column. */
public final class Storable {
    private Storable() {}

    /** The text without the character U+0000, which PostgreSQL cannot keep: one record must not stop a whole batch. */
    public static String text(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    /** The same, cut after so many characters. */
    public static String text(String text, int longest) {
        return text(text.length() > longest ? text.substring(0, longest) : text);
    }

    /** The same for a text that may be missing. */
    static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : text(text);
    }
}
