package io.linkspan.mapping.write;

import java.nio.charset.StandardCharsets;

/** The name of a value in the target, ready to be written as JSON key (with a comma before it), XML element or XML attribute. */
public final class Name {
    /** The name of the text itself in an XML element that has attributes or children too. */
    public static final String TEXT = "#text";

    private final String written;
    final byte[] key;
    final byte[] element;
    final boolean attribute;
    final boolean text;

    /** A name as the target path gives it: {@code city}, for XML also {@code p:City}, {@code @type}, {@code #text}. */
    public Name(String written) {
        this.written = written;
        attribute = written.startsWith("@");
        text = written.equals(TEXT);
        element = (attribute ? written.substring(1) : written).getBytes(StandardCharsets.UTF_8);
        Bytes quoted = new Bytes(written.length() + 8);
        quoted.add(',');
        JsonText.write(quoted, written);
        quoted.add(':');
        key = quoted.copy();
    }

    /** As the target path gives it. */
    public String written() {
        return written;
    }

    /** Whether XML writes it as an attribute. */
    public boolean isAttribute() {
        return attribute;
    }
}
