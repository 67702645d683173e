package io.linkspan.system.answer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The sections that records share, as they are put into each of them: behind everything else the record's element holds. */
final class Sections {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    /** One more section, as {@link RecordCopy} gives it. */
    void add(byte[] section) {
        int name = endOfName(section);
        text.write(section, 0, name);
        if (!declaresDefault(section)) {
            // Names without a namespace must not fall into the default namespace of the record they come into.
            text.writeBytes(" xmlns=\"\"".getBytes(StandardCharsets.US_ASCII));
        }
        text.write(section, name, section.length - name);
    }

    /** A record, as {@link RecordCopy} gives it, with the sections as its last children. */
    byte[] into(byte[] record) {
        if (text.size() == 0) {
            return record;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(record.length + text.size());
        if (record[record.length - 2] == '/') {
            whole.write(record, 0, record.length - 2);
            whole.write('>');
            whole.writeBytes(text.toByteArray());
            whole.writeBytes(new byte[] {'<', '/'});
            whole.write(record, 1, endOfName(record) - 1);
            whole.write('>');
        } else {
            int end = lastTag(record);
            whole.write(record, 0, end);
            whole.writeBytes(text.toByteArray());
            whole.write(record, end, record.length - end);
        }
        return whole.toByteArray();
    }

    private static int endOfName(byte[] element) {
        int at = 1;
        while (element[at] != ' ' && element[at] != '/' && element[at] != '>') {
            at++;
        }
        return at;
    }

    private static int lastTag(byte[] element) {
        int at = element.length - 1;
        while (element[at] != '<') {
            at--;
        }
        return at;
    }

    /** Whether the start tag declares a default namespace; a copy holds no other {@code >} before the tag's end. */
    private static boolean declaresDefault(byte[] element) {
        int end = 0;
        while (element[end] != '>') {
            end++;
        }
        return new String(element, 0, end, StandardCharsets.UTF_8).contains(" xmlns=\"");
    }
}
