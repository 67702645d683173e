package io.linkspan.system.call;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the other side told, as far as it may be an error.
 *
 * @param status the HTTP status, or an item's status in a batch answer; 0 where there is none
 * @param codes a SOAP fault's codes, or an item's status word, from the general to the most specific; empty for none
 * @param word the code a JSON answer gives its error; empty for none
 * @param message what it says to people; may be empty
 * @param field the field it blames, or null
 * @param answer the answer itself, for rules that look into it
 */
public record Told(
        int status,
        List<String> codes,
        String word,
        String message,
        @Nullable String field,
        Answer answer) {

    /** An answer as rules look into it. */
    public interface Answer {
        /** Nothing to look into. */
        Answer NONE = of("");

        /** Its text as far as it was read. */
        String text();

        /** The single value at a place of a JSON document. */
        Optional<String> at(String path);

        /** A header. */
        Optional<String> header(String name);

        /** An answer that is nothing but text. */
        static Answer of(String text) {
            return new Answer() {
                @Override
                public String text() {
                    return text;
                }

                @Override
                public Optional<String> at(String path) {
                    return Optional.empty();
                }

                @Override
                public Optional<String> header(String name) {
                    return Optional.empty();
                }
            };
        }
    }

    /** An error told by the status alone. */
    public static Told status(int status) {
        return new Told(status, List.of(), "", "", null, Answer.NONE);
    }

    /** An error told by SOAP fault codes and a reason. */
    public static Told fault(int status, List<String> codes, String reason) {
        return new Told(status, codes, "", reason, null, Answer.of(reason));
    }
}
