package io.linkspan.sandbox.erp;

/**
 * How an optional value stands in the XML: absent, nil, empty and blank are four different things, and an ERP knows them
 * all.
 *
 * @param form how it stands there
 * @param text the text, empty for all but {@link Form#TEXT}
 */
public record Written(Form form, String text) {
    /** No element at all. */
    public static final Written ABSENT = new Written(Form.ABSENT, "");

    /** An element with {@code xsi:nil="true"}. */
    public static final Written NIL = new Written(Form.NIL, "");

    /** An empty element. */
    public static final Written EMPTY = new Written(Form.EMPTY, "");

    /** A text, which may be blank. */
    public static Written of(String text) {
        return new Written(Form.TEXT, text);
    }

    /** One of the three ways to say nothing. */
    static Written nothing(Dice dice) {
        return switch (dice.below(3)) {
            case 0 -> ABSENT;
            case 1 -> NIL;
            default -> EMPTY;
        };
    }

    /** The ways a value can stand or not stand in XML. */
    public enum Form {
        /** No element. */
        ABSENT,
        /** A nil element. */
        NIL,
        /** An empty element. */
        EMPTY,
        /** A text. */
        TEXT
    }
}
