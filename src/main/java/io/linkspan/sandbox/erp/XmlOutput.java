package io.linkspan.sandbox.erp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes XML as UTF-8 into a buffer that is passed on when it is full. Quick, since a page is made of it. */
final class XmlOutput {
    private static final int PASSED_ON_AT = 48 * 1024;

    private final OutputStream out;
    private byte[] buffer = new byte[64 * 1024];
    private int length;

    XmlOutput(OutputStream out) {
        this.out = out;
    }

    /** Text that is XML already, ASCII only. */
    XmlOutput raw(String xml) {
        room(xml.length());
        for (int i = 0; i < xml.length(); i++) {
            buffer[length++] = (byte) xml.charAt(i);
        }
        return this;
    }

    /** {@code <name>text</name>}, the text escaped. */
    XmlOutput element(String name, String text) {
        return raw("<").raw(name).raw(">").text(text).raw("</").raw(name).raw(">");
    }

    /** An optional element in the form it has. */
    XmlOutput element(String name, Written value) {
        return switch (value.form()) {
            case ABSENT -> this;
            case NIL -> raw("<").raw(name).raw(" xsi:nil=\"true\"/>");
            case EMPTY -> raw("<").raw(name).raw("/>");
            case TEXT -> element(name, value.text());
        };
    }

    /** A text as CDATA; the end mark inside it is split over two sections. */
    XmlOutput cdata(String text) {
        raw("<![CDATA[");
        unescaped(text.replace("]]>", "]]]]><![CDATA[>"));
        return raw("]]>");
    }

    /** Text, escaped for an element or an attribute. */
    XmlOutput text(String text) {
        room(6 * text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else {
                i = beyondAscii(text, i);
            }
        }
        return this;
    }

    /** Text with every character beyond ASCII as a reference, as careful machines write it. */
    XmlOutput references(String text) {
        text.codePoints().forEach(point -> {
            if (point < 0x80) {
                text(Character.toString(point));
            } else {
                raw("&#x").raw(Integer.toHexString(point)).raw(";");
            }
        });
        return this;
    }

    private void ascii(char c) {
        switch (c) {
            case '&' -> raw("&amp;");
            case '<' -> raw("&lt;");
            case '>' -> raw("&gt;");
            case '"' -> raw("&quot;");
            case '\r' -> raw("&#13;");
            default -> buffer[length++] = (byte) c;
        }
    }

    private int beyondAscii(String text, int at) {
        int point = text.codePointAt(at);
        if (point < 0x800) {
            buffer[length++] = (byte) (0xC0 | (point >> 6));
        } else if (point < 0x10000) {
            buffer[length++] = (byte) (0xE0 | (point >> 12));
            buffer[length++] = (byte) (0x80 | ((point >> 6) & 0x3F));
        } else {
            buffer[length++] = (byte) (0xF0 | (point >> 18));
            buffer[length++] = (byte) (0x80 | ((point >> 12) & 0x3F));
            buffer[length++] = (byte) (0x80 | ((point >> 6) & 0x3F));
        }
        buffer[length++] = (byte) (0x80 | (point & 0x3F));
        return at + Character.charCount(point) - 1;
    }

    private void unescaped(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }

    /** Passes on what has gathered, if that is enough to be worth it. */
    void relieve() throws IOException {
        if (length >= PASSED_ON_AT) {
            flush();
        }
    }

    /** Passes on everything. */
    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }
}
