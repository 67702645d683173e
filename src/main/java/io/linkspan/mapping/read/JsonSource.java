package io.linkspan.mapping.read;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON as if it were XML: a key is an element, a list is its element several times, null is nil. An entry of a list
 * that stands in a list, or of a list that is the whole document, is an element that only {@code *} means.
 */
final class JsonSource {
    private static final String UNNAMED = "*";
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2_000)
                    .maxNumberLength(1_000)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(50_000)
                    .build())
            .build();

    private final JsonParser parser;
    private final Collector collector;
    private final Written written;

    private JsonSource(JsonParser parser, Collector collector, Written written) {
        this.parser = parser;
        this.collector = collector;
        this.written = written;
    }

    /** The document's own text between two places; null where they cannot be told. */
    @FunctionalInterface
    private interface Written {
        @Nullable
        String between(TokenStreamLocation from, TokenStreamLocation to);
    }

    private static @Nullable String between(byte[] bytes, TokenStreamLocation from, TokenStreamLocation to) {
        int start = (int) from.getByteOffset();
        return start < 0 ? null : new String(bytes, start, (int) to.getByteOffset() - start, StandardCharsets.UTF_8);
    }

    private static @Nullable String between(String document, TokenStreamLocation from, TokenStreamLocation to) {
        int start = (int) from.getCharOffset();
        return start < 0 ? null : document.substring(start, (int) to.getCharOffset());
    }

    /** Reads a record. */
    static void read(byte[] bytes, Collector collector) throws UnreadableRecordException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            collector.enterRecord("");
            new JsonSource(parser, collector, (from, to) -> between(bytes, from, to)).document();
            collector.leave();
        } catch (JacksonException bad) {
            throw notWellFormed(bad);
        }
    }

    /** Reads a document held in a text, whose element is open. */
    static void readHeld(String document, Collector collector) throws UnreadableRecordException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
            new JsonSource(parser, collector, (from, to) -> between(document, from, to)).document();
        } catch (JacksonException bad) {
            throw notWellFormed(bad);
        }
    }

    private void document() throws UnreadableRecordException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new UnreadableRecordException("not_well_formed", "the document is empty", 1, 1);
        }
        if (first == JsonToken.START_ARRAY) {
            list(UNNAMED);
        } else {
            content(first);
        }
        if (parser.nextToken() != null) {
            throw notWellFormed("something stands after the end of the document", parser.currentTokenLocation());
        }
    }

    /** A value under a name: for a list, each of its entries. */
    private void member(String name, JsonToken token) throws UnreadableRecordException {
        if (token == JsonToken.START_ARRAY) {
            list(name);
        } else {
            element(name, token);
        }
    }

    private void element(String name, JsonToken token) throws UnreadableRecordException {
        if (collector.enter("", name)) {
            boolean whole = token.isStructStart() && collector.latest().isValueWanted();
            TokenStreamLocation from = whole ? parser.currentTokenLocation() : TokenStreamLocation.NA;
            if (token == JsonToken.START_ARRAY) {
                list(UNNAMED);
            } else {
                content(token);
            }
            String text = whole ? written.between(from, parser.currentLocation()) : null;
            if (text != null) {
                collector.latest().value(text);
            }
        } else {
            skip(token);
        }
        collector.leave();
    }

    private void list(String name) throws UnreadableRecordException {
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            element(name, token);
        }
    }

    private void content(JsonToken token) throws UnreadableRecordException {
        switch (token) {
            case START_OBJECT -> {
                for (JsonToken name = next(); name != JsonToken.END_OBJECT; name = next()) {
                    String member = parser.currentName();
                    member(member, next());
                }
            }
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT -> collector.latest().value(integer());
            case VALUE_NUMBER_FLOAT -> collector.latest().value(decimal());
            case VALUE_TRUE -> collector.latest().value(true);
            case VALUE_FALSE -> collector.latest().value(false);
            case VALUE_NULL -> collector.latest().nil();
            default -> throw notWellFormed("not readable as JSON", parser.currentTokenLocation());
        }
    }

    private Object integer() throws UnreadableRecordException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? decimal() : (Object) parser.getLongValue();
    }

    private BigDecimal decimal() throws UnreadableRecordException {
        try {
            return new BigDecimal(parser.getString());
        } catch (NumberFormatException exponent) {
            TokenStreamLocation location = parser.currentTokenLocation();
            throw new UnreadableRecordException(
                    "too_large",
                    "the record has a number with an exponent nobody can calculate with",
                    location.getLineNr(),
                    location.getColumnNr());
        }
    }

    private void text() throws UnreadableRecordException {
        if (collector.collects()) {
            collector.characters(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        }
    }

    private void skip(JsonToken token) throws UnreadableRecordException {
        if (!token.isStructStart()) {
            return;
        }
        int open = 1;
        while (open > 0) {
            JsonToken next = next();
            if (next.isStructStart()) {
                collector.count(open++);
            } else if (next.isStructEnd()) {
                open--;
            }
        }
    }

    private JsonToken next() throws UnreadableRecordException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw notWellFormed("the document ends too early", parser.currentLocation());
        }
        return token;
    }

    static UnreadableRecordException notWellFormed(JacksonException bad) {
        // The parser adds where it looked for the end and what it may not show of the document.
        String said = bad.getOriginalMessage();
        int aside = said.indexOf(" (start marker at");
        return notWellFormed(aside < 0 ? said : said.substring(0, aside), bad.getLocation());
    }

    private static UnreadableRecordException notWellFormed(String detail, TokenStreamLocation location) {
        String first = detail.lines().findFirst().orElse("not readable as JSON");
        return new UnreadableRecordException("not_well_formed", first, location.getLineNr(), location.getColumnNr());
    }
}
