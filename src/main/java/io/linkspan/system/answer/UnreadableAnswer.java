package io.linkspan.system.answer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A document that cannot be read to its end. The message names the place and never holds what stood there. */
public final class UnreadableAnswer extends Exception {
    private final Why why;

    /** What is wrong with it. */
    public enum Why {
        /** Not well-formed. */
        MALFORMED,
        /** Bytes that its encoding does not have. */
        ENCODING,
        /** A document type declaration, which can make a parser fetch and expand what it should not. */
        DOCTYPE,
        /** It ends in the middle. */
        CUT_OFF,
        /** A record, or what must be held to resolve references, is larger than the limit. */
        TOO_LARGE,
        /** Nested deeper than the limit. */
        TOO_DEEP,
        /** A reference leads nowhere or in a circle. */
        REFERENCE;

        /** A short stable code: {@code answer-cut-off}. */
        public String code() {
            return "answer-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    UnreadableAnswer(Why why, long line, long column, String message, @Nullable Throwable cause) {
        super((line > 0 ? "line " + line + ", column " + column + ": " : "") + message, cause);
        this.why = why;
    }

    UnreadableAnswer(Why why, String message) {
        this(why, 0, 0, message, null);
    }

    /** What is wrong. */
    public Why why() {
        return why;
    }
}
