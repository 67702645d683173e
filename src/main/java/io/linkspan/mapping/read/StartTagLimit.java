package io.linkspan.mapping.read;

import io.linkspan.xml.StartTags;
import io.linkspan.xml.StartTags.TooManyAttributes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses an element of far too many attributes before the parser collects them all. */
final class StartTagLimit {
    /** Encodings in which a byte of ASCII stands for nothing else. */
    private static final Pattern PLAIN = Pattern.compile("(?i)(UTF-8|US-ASCII|ISO-8859-\\d+|windows-\\d+)");

    private StartTagLimit() {}

    static void check(byte[] document, @Nullable String encoding, int most) throws UnreadableRecordException {
        if (document.length <= StartTags.WINDOW) {
            return;
        }
        if (encoding != null && !PLAIN.matcher(encoding).matches()) {
            check(new String(document, Charset.forName(encoding)), most);
            return;
        }
        try {
            StartTags.check(document, most);
        } catch (TooManyAttributes many) {
            String before = new String(document, 0, (int) many.offset(), StandardCharsets.ISO_8859_1);
            int line = 1
                    + (int) before.chars()
                            .filter(character -> character == '\n')
                            .count();
            throw refused(many, line, before.length() - before.lastIndexOf('\n'));
        }
    }

    /** Looks through characters; where they are in the record, the caller knows. */
    static void check(String document, int most) throws UnreadableRecordException {
        try {
            StartTags.check(document, most);
        } catch (TooManyAttributes many) {
            throw refused(many, 0, 0);
        }
    }

    private static UnreadableRecordException refused(TooManyAttributes many, int line, int column) {
        return new UnreadableRecordException("too_large", "the record has " + many.getMessage(), line, column);
    }
}
