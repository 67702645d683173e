package io.linkspan.mapping.read;

import io.linkspan.mapping.path.NameTest;
import io.linkspan.record.Payload;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Cuts a document into records at a path of names. */
public final class RecordSplitter {
    private static final JsonFactory JSON = new JsonFactory();

    private final List<NameTest> names;
    private final Consumer<Payload> records;

    /** A splitter; the names lead from the root element, in JSON from the keys of the root object, to the records. */
    public RecordSplitter(List<NameTest> names, Consumer<Payload> records) {
        this.names = names;
        this.records = records;
    }

    /** Reads a document and hands each record on. */
    public void split(Payload document) throws UnreadableRecordException {
        switch (document.format()) {
            case XML -> XmlSplitter.split(document.bytes(), names, records);
            case JSON -> json(document.bytes());
        }
    }

    private void json(byte[] bytes) throws UnreadableRecordException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            value(parser, parser.nextToken(), 0);
        } catch (JacksonException bad) {
            throw JsonSource.notWellFormed(bad);
        }
    }

    private void value(JsonParser parser, JsonToken token, int at) {
        if (token == JsonToken.START_ARRAY) {
            for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
                value(parser, item, at);
            }
        } else if (at == names.size()) {
            ByteArrayOutputStream record = new ByteArrayOutputStream();
            try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), record)) {
                generator.copyCurrentStructureExact(parser);
            }
            records.accept(new Payload(Payload.Format.JSON, record.toByteArray()));
        } else if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                boolean onTheWay = names.get(at).matches("", parser.currentName());
                JsonToken next = parser.nextToken();
                if (onTheWay) {
                    value(parser, next, at + 1);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }
}
