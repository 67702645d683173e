package io.linkspan.mapping.read;

/** What a record has used of its limits. */
final class Allowance {
    private static final int MOST_WAYS = 4;

    private final int mostLevels;
    private final int mostElements;
    private final int mostText;
    private final int mostAttributes;
    private final int mostNames;
    private int elements;

    Allowance(Limits limits) {
        mostLevels = limits.depth();
        mostElements = limits.elements();
        mostText = limits.text();
        mostAttributes = limits.attributes();
        mostNames = limits.names();
    }

    void begin() {
        elements = 0;
    }

    /** One more element, at a depth. */
    void element(int depth) throws UnreadableRecordException {
        if (depth > mostLevels) {
            throw tooLarge("more than " + mostLevels + " levels");
        }
        if (++elements > mostElements) {
            throw tooLarge("more than " + mostElements + " elements");
        }
    }

    /** Elements in elements can be reached by // in many ways; each way counts. */
    void frames(int taken) throws UnreadableRecordException {
        if (taken > MOST_WAYS * (long) mostElements) {
            throw tooLarge("too many elements within elements of the same name");
        }
    }

    void attributes(int count) throws UnreadableRecordException {
        if (count > mostAttributes) {
            throw tooLarge("an element of more than " + mostAttributes + " attributes");
        }
    }

    int mostAttributes() {
        return mostAttributes;
    }

    int mostNames() {
        return mostNames;
    }

    boolean isTooLong(int text) {
        return text > mostText;
    }

    void text(int length) throws UnreadableRecordException {
        if (isTooLong(length)) {
            throw tooLarge("a text of more than " + mostText + " characters");
        }
    }

    private static UnreadableRecordException tooLarge(String what) {
        return new UnreadableRecordException("too_large", "the record has " + what, 0, 0);
    }
}
