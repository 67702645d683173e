package io.linkspan.xml;

import java.io.IOException;
import java.util.function.IntUnaryOperator;

/**
 * Looks for start tags of far too many attributes before an XML parser sees them. The parser collects all attributes of an
 * element before it hands it out, and looks for doubles in a time that grows with the square of their number: a million of
 * them would keep it busy for minutes. Only a tag that goes beyond a window can be that long, so all but the end of each
 * window is passed over; what a comment or CDATA holds counts where it looks like a tag.
 *
 * <p>Not safe for several threads.
 */
public final class StartTags {
    /** What one element may have unless something else is asked for: attributes and namespace declarations. */
    public static final int MOST_ATTRIBUTES = 1_000;

    /** A document of no more bytes or characters cannot hold such a tag, and is not looked at. */
    public static final int WINDOW = 8_192;

    private enum Place {
        OUTSIDE,
        OPENED,
        BETWEEN,
        EQUALS,
        QUOTED
    }

    private final int most;
    private Place place = Place.OUTSIDE;
    private int quote;
    private int attributes;
    private long passed;
    private long opened;

    /** Begins a document that is looked at window by window. */
    public StartTags(int most) {
        this.most = most;
    }

    /** An element has more attributes than it may: an {@link IOException}, so that it can end the reading of a stream. */
    public static final class TooManyAttributes extends IOException {
        private static final long serialVersionUID = 1L;

        private final long offset;

        private TooManyAttributes(int most, long offset) {
            super("an element of more than " + most + " attributes");
            this.offset = offset;
        }

        /** Where the element begins: bytes or characters from the beginning of the document. */
        public long offset() {
            return offset;
        }
    }

    /** Looks through a document whose encoding writes ASCII as ASCII does. */
    public static void check(byte[] document, int most) throws TooManyAttributes {
        if (document.length > WINDOW) {
            new StartTags(most).all(i -> document[i], document.length);
        }
    }

    /** Looks through a document. */
    public static void check(String document, int most) throws TooManyAttributes {
        if (document.length() > WINDOW) {
            new StartTags(most).all(document::charAt, document.length());
        }
    }

    private void all(IntUnaryOperator document, int length) throws TooManyAttributes {
        for (int from = 0; from < length; from += WINDOW) {
            int start = from;
            window(i -> document.applyAsInt(start + i), Math.min(WINDOW, length - from));
        }
    }

    /** Looks at the next window of a document: bytes of an encoding that writes ASCII as ASCII does, or characters. */
    public void window(IntUnaryOperator at, int length) throws TooManyAttributes {
        // the tag that is open goes on at the beginning; of those that begin here only the last can go beyond the end
        int begun = 0;
        while (begun < length && place != Place.OUTSIDE) {
            step(at.applyAsInt(begun), begun++);
        }
        int last = length - 1;
        while (last >= begun && at.applyAsInt(last) != '<') {
            last--;
        }
        if (last >= begun) {
            do {
                step(at.applyAsInt(last), last++);
            } while (last < length && place != Place.OUTSIDE);
        }
        passed += length;
    }

    private void step(int character, int index) throws TooManyAttributes {
        if (character == '<') {
            // none can stand in a tag, nor in a value: whatever went before was no tag, or the parser stops there
            place = Place.OPENED;
            attributes = 0;
            opened = passed + index;
            return;
        }
        switch (place) {
            case OUTSIDE -> {}
            case OPENED ->
                place = "/!?=\"'>".indexOf(character) < 0 && !isSpace(character) ? Place.BETWEEN : Place.OUTSIDE;
            case BETWEEN -> between(character);
            case EQUALS -> equals(character);
            case QUOTED -> place = character == quote ? Place.BETWEEN : Place.QUOTED;
        }
    }

    private void between(int character) {
        if (character == '=') {
            place = Place.EQUALS;
        } else if (character == '>' || isQuote(character)) {
            place = Place.OUTSIDE;
        }
    }

    private void equals(int character) throws TooManyAttributes {
        if (isQuote(character)) {
            if (++attributes > most) {
                throw new TooManyAttributes(most, opened);
            }
            quote = character;
            place = Place.QUOTED;
        } else if (!isSpace(character)) {
            place = Place.OUTSIDE;
        }
    }

    private static boolean isQuote(int character) {
        return character == '"' || character == '\'';
    }

    private static boolean isSpace(int character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }
}
