package io.linkspan.sandbox.crm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Set;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;

/**
 * Content in the one form in which equal things look alike: properties in alphabetical order, numbers without idle
 * zeros, and nothing that says nothing: null, an empty text, an empty list and an empty object all clear a property.
 */
public final class Canonical {
    private Canonical() {}

    /** The content as JSON in that form. */
    public static String text(JsonNode content) {
        return text(content, Set.of());
    }

    /** The content but for some of its own properties. */
    static String text(JsonNode content, Set<String> without) {
        StringBuilder text = new StringBuilder(1024);
        object(content, without, text);
        return text.toString();
    }

    /** The first 64 bits of the SHA-256 digest of a text in that form. */
    public static long hash(String canonical) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }

    /** Whether a value says nothing. */
    static boolean silent(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> true;
            case STRING -> value.stringValue().isEmpty();
            case ARRAY -> value.valueStream().allMatch(Canonical::silent);
            case OBJECT -> value.valueStream().allMatch(Canonical::silent);
            default -> false;
        };
    }

    private static void object(JsonNode node, Set<String> without, StringBuilder text) {
        text.append('{');
        String comma = "";
        String[] names = node.propertyNames().toArray(new String[0]);
        Arrays.sort(names);
        for (String name : names) {
            JsonNode value = node.path(name);
            if (!without.contains(name) && !silent(value)) {
                text.append(comma);
                quoted(name, text);
                text.append(':');
                value(value, text);
                comma = ",";
            }
        }
        text.append('}');
    }

    private static void value(JsonNode value, StringBuilder text) {
        switch (value.getNodeType()) {
            case OBJECT -> object(value, Set.of(), text);
            case ARRAY -> array(value, text);
            case STRING -> quoted(value.stringValue(), text);
            case NUMBER -> number(value, text);
            default -> text.append(value);
        }
    }

    private static void array(JsonNode values, StringBuilder text) {
        text.append('[');
        String comma = "";
        for (JsonNode value : values) {
            text.append(comma);
            value(value, text);
            comma = ",";
        }
        text.append(']');
    }

    private static void number(JsonNode number, StringBuilder text) {
        text.append(number.decimalValue().stripTrailingZeros().toPlainString());
    }

    private static void quoted(String value, StringBuilder text) {
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        text.append('"');
    }
}
