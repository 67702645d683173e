package io.linkspan.mapping.read;

import io.linkspan.mapping.path.NameTest;
import io.linkspan.record.Payload;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
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

    private static final Limits DOCUMENT = new Limits(Integer.MAX_VALUE, 1_000, 50_000_000, 10_000, Integer.MAX_VALUE);

    private final List<NameTest> names;
    private final List<List<NameTest>> shared;
    private final boolean hrefs;
    private final Consumer<Payload> records;

    /**
     * A splitter.
     *
     * @param names lead from the root element, in JSON from the keys of the root object, to the records
     * @param shared paths of sections that every record gets as its last children
     * @param hrefs whether references within the document are resolved first
     */
    public RecordSplitter(List<NameTest> names, List<List<NameTest>> shared, boolean hrefs, Consumer<Payload> records) {
        this.names = names;
        this.shared = shared;
        this.hrefs = hrefs;
        this.records = records;
    }

    /** Reads a document and hands each record on. */
    public void split(Payload document) throws UnreadableRecordException {
        switch (document.format()) {
            case XML -> {
                if (hrefs || !shared.isEmpty()) {
                    resolved(document.bytes());
                } else {
                    XmlSplitter.split(document.bytes(), names, records);
                }
            }
            case JSON -> json(document.bytes());
        }
    }

    private void resolved(byte[] bytes) throws UnreadableRecordException {
        Resolved.Element root = XmlSource.resolved(bytes, hrefs, DOCUMENT);
        List<Resolved.Element> sections = new ArrayList<>();
        shared.forEach(path -> sections.addAll(Resolved.at(root, path)));
        for (Resolved.Element record : names.isEmpty() ? List.of(root) : Resolved.at(root, names)) {
            records.accept(Payload.xml(ResolvedText.of(record, sections)));
        }
    }

    private void json(byte[] bytes) throws UnreadableRecordException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            JsonToken first = parser.nextToken();
            // The entries of a list that is the whole document have no name: they are what * means.
            boolean entries = first == JsonToken.START_ARRAY && names.getFirst().isAny();
            value(parser, first, entries ? 1 : 0);
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
