package io.linkspan.system.answer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The sections that the records of a JSON document share, and the records that wait for them. */
final class JsonSections {
    private static final JsonFactory JSON = new JsonFactory();

    private final AnswerShape.Limits limits;
    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private final List<byte[]> records = new ArrayList<>();
    private long heldBytes;

    JsonSections(AnswerShape.Limits limits) {
        this.limits = limits;
    }

    void share(String name, byte[] value) throws UnreadableAnswer {
        hold(value.length);
        sections.computeIfAbsent(name, first -> new ArrayList<>()).add(new String(value, StandardCharsets.UTF_8));
    }

    void waits(byte[] record) throws UnreadableAnswer {
        hold(record.length);
        records.add(record);
    }

    private void hold(int bytes) throws UnreadableAnswer {
        heldBytes += bytes;
        if (heldBytes > limits.heldBytes()) {
            throw References.tooMuch(limits);
        }
    }

    /** Hands on the records, each object with the sections as its last properties. */
    void handOn(Consumer<byte[]> sink) throws UnreadableAnswer {
        byte[] properties = properties();
        for (byte[] record : records) {
            sink.accept(record[0] == '{' && properties.length > 0 ? with(record, properties) : record);
        }
    }

    private byte[] properties() {
        StringBuilder text = new StringBuilder();
        sections.forEach((name, values) -> text.append(text.isEmpty() ? "" : ",")
                .append('"')
                .append(tools.jackson.core.io.JsonStringEncoder.getInstance().quoteAsCharArray(name))
                .append("\":")
                .append(values.size() == 1 ? values.getFirst() : together(values)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Several sections of one name are one list, as several elements of one name would be. */
    private static String together(List<String> values) {
        List<String> entries = new ArrayList<>();
        for (String value : values) {
            String inside = value.startsWith("[") ? value.substring(1, value.length() - 1) : value;
            if (!inside.isBlank()) {
                entries.add(inside);
            }
        }
        return "[" + String.join(",", entries) + "]";
    }

    private byte[] with(byte[] record, byte[] properties) throws UnreadableAnswer {
        boolean empty = refuseSameNames(record);
        ByteArrayOutputStream whole = new ByteArrayOutputStream(record.length + properties.length + 1);
        whole.write(record, 0, record.length - 1);
        whole.writeBytes(empty ? new byte[0] : new byte[] {','});
        whole.writeBytes(properties);
        whole.write('}');
        return whole.toByteArray();
    }

    /** Says whether the record is empty; one property cannot be there twice. */
    private boolean refuseSameNames(byte[] record) throws UnreadableAnswer {
        boolean empty = true;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), record)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                empty = false;
                if (sections.containsKey(parser.currentName())) {
                    throw new UnreadableAnswer(
                            UnreadableAnswer.Why.MALFORMED,
                            "a record has a '" + parser.currentName()
                                    + "' of its own, so it cannot get the shared section of that name");
                }
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return empty;
    }
}
