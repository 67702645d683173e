package io.linkspan.system.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * XML with places to fill: {@code ${name}}. What is filled in is escaped, so that it is always text and never markup;
 * characters that XML does not have become a question mark. Compiled once.
 */
final class RequestTemplate {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    /** Literal text, or the name of a value. */
    private record Part(String text, boolean literal) {}

    private final List<Part> parts = new ArrayList<>();

    RequestTemplate(String written) {
        Matcher place = PLACE.matcher(written);
        int from = 0;
        while (place.find()) {
            parts.add(new Part(written.substring(from, place.start()), true));
            parts.add(new Part(place.group(1).strip(), false));
            from = place.end();
        }
        parts.add(new Part(written.substring(from), true));
    }

    /** The names of all places to fill. */
    List<String> names() {
        return parts.stream()
                .filter(part -> !part.literal())
                .map(Part::text)
                .distinct()
                .toList();
    }

    /** The template filled; a value that is not there fills in as nothing. */
    String fill(Function<String, @Nullable String> values) {
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            if (part.literal()) {
                filled.append(part.text());
            } else {
                String value = values.apply(part.text());
                filled.append(value == null ? "" : escape(value));
            }
        }
        return filled.toString();
    }

    /** Text as it stands in XML, between tags or quotation marks. */
    static String escape(String value) {
        return NO_XML.matcher(value)
                .replaceAll("?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;")
                .replace("\r", "&#13;");
    }
}
