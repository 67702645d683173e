package io.linkspan.system.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error the other side told.
 *
 * @param status the HTTP status, or an item's status in a batch answer; 0 where there is none
 * @param codes fault codes from the general to the most specific; empty for none
 * @param message what it says to people; may be empty
 * @param field the field it blames, or null
 * @param text the answer's text as far as it was read, for rules that look for a text in it
 */
public record Told(
        int status,
        List<String> codes,
        String message,
        @Nullable String field,
        String text) {
    /** An error told by the status alone. */
    public static Told status(int status) {
        return new Told(status, List.of(), "", null, "");
    }
}
