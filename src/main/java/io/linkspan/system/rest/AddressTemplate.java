package io.linkspan.system.rest;

import io.linkspan.system.settings.SystemSettings.Quotes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address with places to fill: {@code /v1/companies/{externalId}?filter=(ref:=:'{ref}')}. Values are percent-encoded down
 * to the unreserved characters of RFC 3986, so none can leave its segment or its query value; what a value could still do is
 * refused: be empty or {@code ..} in a path, or close the quotation marks its template puts around it.
 */
final class AddressTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");
    private static final String UNRESERVED = "-._~";
    private static final String IN_PATH = "-._~!$&'()*+,;=:@/";
    private static final String IN_QUERY = "-._~$";

    /** Literal text already encoded, or a place to fill. */
    private sealed interface Part {
        record Literal(String encoded) implements Part {}

        /**
         * @param mark the quotation mark it stands between, or 0
         */
        record Place(String name, boolean inQuery, char mark) implements Part {}
    }

    private final String template;
    private final Quotes quotes;
    private final List<Part> parts = new ArrayList<>();

    AddressTemplate(String template, Quotes quotes) {
        this.template = template;
        this.quotes = quotes;
        int question = template.indexOf('?');
        int query = question < 0 ? template.length() : question;
        Matcher place = PLACE.matcher(template);
        int from = 0;
        while (place.find()) {
            literal(from, place.start(), query);
            boolean inQuery = place.start() > query;
            char mark = inQuery ? openMark(template.substring(query, place.start())) : 0;
            parts.add(new Part.Place(place.group(1).strip(), inQuery, mark));
            from = place.end();
        }
        literal(from, template.length(), query);
    }

    /** Whether the path names one record, so that 404 means that this one is not there. */
    boolean namesOneRecord() {
        return parts.stream().anyMatch(part -> part instanceof Part.Place place && !place.inQuery());
    }

    /** The address below a system's own, filled. */
    URI fill(URI system, Function<String, @Nullable String> values) throws UnsafeValue {
        StringBuilder address = new StringBuilder(system.toString().replaceAll("/+$", ""));
        for (Part part : parts) {
            switch (part) {
                case Part.Literal(String encoded) -> address.append(encoded);
                case Part.Place place ->
                    address.append(encode(checked(place, values.apply(place.name())), UNRESERVED, false));
            }
        }
        return URI.create(address.toString());
    }

    private String checked(Part.Place place, @Nullable String value) throws UnsafeValue {
        String name = place.name();
        if (value == null || (value.isEmpty() && !place.inQuery())) {
            throw new UnsafeValue(
                    "missing-field", "the address " + template + " needs '" + name + "', which the record lacks", name);
        }
        if (!place.inQuery() && (value.equals(".") || value.equals(".."))) {
            throw new UnsafeValue("unsafe-value", "'" + name + "' is '" + value + "', which leads elsewhere", name);
        }
        return place.mark() == 0 ? value : quoted(place, value);
    }

    private String quoted(Part.Place place, String value) throws UnsafeValue {
        String mark = String.valueOf(place.mark());
        if (!value.contains(mark) && !value.contains("\\")) {
            return value;
        }
        return switch (quotes) {
            case DOUBLE -> value.replace(mark, mark + mark);
            case BACKSLASH -> value.replace("\\", "\\\\").replace(mark, "\\" + mark);
            case REFUSE ->
                throw new UnsafeValue(
                        "unsafe-value",
                        "'" + place.name()
                                + "' holds a quotation mark or backslash, and nobody said how this system wants"
                                + " them written in a query: set the system's 'quotes' to double or backslash",
                        place.name());
        };
    }

    /** The quotation mark that is open at the end of a query's beginning, or 0. */
    private static char openMark(String query) {
        char open = 0;
        for (char character : query.substring(query.lastIndexOf('&') + 1).toCharArray()) {
            if (character == open) {
                open = 0;
            } else if (open == 0 && (character == '\'' || character == '"')) {
                open = character;
            }
        }
        return open;
    }

    private void literal(int from, int to, int query) {
        int split = Math.clamp(query, from, to);
        parts.add(new Part.Literal(encode(template.substring(from, split), IN_PATH, true)));
        parts.add(new Part.Literal(
                query(template.substring(split, to), template.substring(Math.min(query, split), split))));
    }

    /** In a query only the first {@code =} of a parameter separates it from its value; those in the value are part of it. */
    private static String query(String literal, String before) {
        StringBuilder encoded = new StringBuilder();
        boolean inValue = before.substring(before.lastIndexOf('&') + 1).contains("=");
        for (String piece : literal.splitWithDelimiters("[?&=]", 0)) {
            boolean begins = piece.equals("?") && before.isEmpty() && encoded.isEmpty();
            boolean separates = begins || piece.equals("&") || (piece.equals("=") && !inValue);
            encoded.append(separates ? piece : encode(piece, IN_QUERY, true));
            inValue = !piece.equals("&") && (inValue || piece.equals("="));
        }
        return encoded.toString();
    }

    /**
     * Percent-encodes all bytes of UTF-8 but letters, digits and those allowed.
     *
     * @param literal whether what is encoded already stays so
     */
    private static String encode(String text, String allowed, boolean literal) {
        StringBuilder encoded = new StringBuilder();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char character = (char) (bytes[i] & 0xFF);
            boolean kept = isLetterOrDigit(character)
                    || allowed.indexOf(character) >= 0
                    || (literal && character == '%' && isHex(bytes, i + 1) && isHex(bytes, i + 2));
            encoded.append(kept ? String.valueOf(character) : "%%%02X".formatted((int) character));
        }
        return encoded.toString();
    }

    private static boolean isLetterOrDigit(char character) {
        return character < 0x80 && Character.isLetterOrDigit(character);
    }

    private static boolean isHex(byte[] bytes, int at) {
        return at < bytes.length && Character.digit(bytes[at], 16) >= 0;
    }
}
