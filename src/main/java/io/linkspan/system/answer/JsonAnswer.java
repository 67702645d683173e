package io.linkspan.system.answer;

import io.linkspan.record.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON document, or one a line. Numbers keep the digits they were written with. */
final class JsonAnswer {
    private final AnswerShape shape;
    private final PathTree wanted;
    private final PathTree leaveOut;
    private final Findings findings;
    private final JsonSections sections;
    private final JsonFactory factory;

    JsonAnswer(AnswerShape shape, PathTree wanted, PathTree leaveOut, AnswerHandler handler) {
        this.shape = shape;
        this.wanted = wanted;
        this.leaveOut = leaveOut;
        this.findings = new Findings(handler);
        this.sections = new JsonSections(shape.limits());
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(shape.limits().depth())
                .maxStringLength(shape.limits().recordBytes())
                .build();
        this.factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .build();
    }

    ScannedAnswer read(InputStream bytes) throws IOException, UnreadableAnswer {
        JsonParser in = factory.createParser(ObjectReadContext.empty(), bytes);
        try {
            while (!findings.stopped() && in.nextToken() != null) {
                value(in, root(in), null, List.of());
            }
            sections.handOn(this::handOn);
            return findings.answer();
        } catch (JacksonIOException lost) {
            throw lost.getCause();
        } catch (JacksonException broken) {
            throw explain(broken);
        } catch (Utf8Buffer.Full full) {
            TokenStreamLocation place = in.currentLocation();
            throw XmlInput.tooLarge(place.getLineNr(), place.getColumnNr(), shape.limits());
        }
    }

    /** The entries of a list that is the whole document have no name: they are what {@code *} means. */
    private List<PathTree> root(JsonParser in) {
        List<PathTree> any = in.currentToken() == JsonToken.START_ARRAY ? PathTree.any(wanted) : List.of();
        return any.isEmpty() ? List.of(wanted) : any;
    }

    /**
     * Reads the value the parser stands on and everything in it.
     *
     * @param out the record being copied, or null outside of one
     * @param left where in the paths to leave out the value is
     */
    private void value(JsonParser in, List<PathTree> at, @Nullable JsonGenerator out, List<PathTree> left)
            throws UnreadableAnswer {
        if (PathTree.isExpected(at)) {
            findings.expected();
        }
        if (out == null && PathTree.isRecord(at) && in.currentToken() != JsonToken.START_ARRAY) {
            record(in, at);
        } else if (in.currentToken() == JsonToken.START_ARRAY) {
            array(in, at, out, left);
        } else if (in.currentToken() == JsonToken.START_OBJECT) {
            object(in, at, out, left);
        } else {
            scalar(in, at, out);
        }
    }

    private void record(JsonParser in, List<PathTree> at) throws UnreadableAnswer {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        byte[] record = copy(in, at, List.of(leaveOut));
        if (shape.beside().shares()) {
            sections.waits(record);
        } else {
            handOn(record);
        }
    }

    private byte[] copy(JsonParser in, List<PathTree> at, List<PathTree> left) throws UnreadableAnswer {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out =
                factory.createGenerator(ObjectWriteContext.empty(), new Capped(bytes, shape.limits()))) {
            value(in, at, out, left);
        }
        return bytes.toByteArray();
    }

    private void handOn(byte[] record) {
        if (!findings.stopped()) {
            findings.record(new Payload(Payload.Format.JSON, record));
        }
    }

    private void array(JsonParser in, List<PathTree> at, @Nullable JsonGenerator out, List<PathTree> left)
            throws UnreadableAnswer {
        if (out != null) {
            out.writeStartArray();
        }
        while (in.nextToken() != JsonToken.END_ARRAY && !findings.stopped()) {
            value(in, at, out, left);
        }
        if (out != null) {
            out.writeEndArray();
        }
    }

    private void object(JsonParser in, List<PathTree> at, @Nullable JsonGenerator out, List<PathTree> left)
            throws UnreadableAnswer {
        if (out != null) {
            out.writeStartObject();
        }
        while (in.nextToken() != JsonToken.END_OBJECT && !findings.stopped()) {
            property(in, at, out, left);
        }
        if (out != null) {
            out.writeEndObject();
        }
    }

    private void property(JsonParser in, List<PathTree> at, @Nullable JsonGenerator out, List<PathTree> left)
            throws UnreadableAnswer {
        String name = in.currentName();
        in.nextToken();
        List<PathTree> below = PathTree.step(left, name);
        List<PathTree> here = PathTree.step(at, name);
        attribute(in, at, name);
        if (PathTree.isLeftOut(below) || (out == null && here.isEmpty())) {
            in.skipChildren();
            return;
        }
        if (out == null && PathTree.isShared(here)) {
            sections.share(name, copy(in, here, PathTree.step(List.of(leaveOut), name)));
            return;
        }
        if (out != null) {
            out.writeName(name);
        }
        value(in, here, out, below);
    }

    /** A property that is really called {@code @name}, as in JSON made from XML. */
    private void attribute(JsonParser in, List<PathTree> at, String name) {
        if (name.startsWith("@") && in.currentToken().isScalarValue()) {
            for (PathTree place : at) {
                List<String> paths = place.attributes().getOrDefault(name.substring(1), List.of());
                paths.forEach(path -> findings.value(path, in.getString()));
            }
        }
    }

    private void scalar(JsonParser in, List<PathTree> at, @Nullable JsonGenerator out) {
        if (in.currentToken() != JsonToken.VALUE_NULL) {
            for (PathTree place : at) {
                place.values().forEach(path -> findings.value(path, in.getString()));
            }
        }
        if (out != null) {
            switch (in.currentToken()) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(in.getString());
                case VALUE_STRING ->
                    out.writeString(in.getStringCharacters(), in.getStringOffset(), in.getStringLength());
                case VALUE_TRUE -> out.writeBoolean(true);
                case VALUE_FALSE -> out.writeBoolean(false);
                default -> out.writeNull();
            }
        }
    }

    private UnreadableAnswer explain(JacksonException broken) {
        TokenStreamLocation place = broken.getLocation();
        long line = place == null ? 0 : place.getLineNr();
        long column = place == null ? 0 : place.getColumnNr();
        String message = String.valueOf(broken.getOriginalMessage());
        if (broken instanceof UnexpectedEndOfInputException || message.contains("end-of-input")) {
            return new UnreadableAnswer(UnreadableAnswer.Why.CUT_OFF, line, column, "breaks off in the middle", broken);
        }
        if (broken instanceof StreamConstraintsException) {
            boolean deep = message.contains("nesting");
            return new UnreadableAnswer(
                    deep ? UnreadableAnswer.Why.TOO_DEEP : UnreadableAnswer.Why.TOO_LARGE,
                    line,
                    column,
                    deep
                            ? "nested deeper than " + shape.limits().depth() + " levels"
                            : "a value is larger than allowed",
                    broken);
        }
        boolean encoding = message.contains("UTF-8");
        return new UnreadableAnswer(
                encoding ? UnreadableAnswer.Why.ENCODING : UnreadableAnswer.Why.MALFORMED,
                line,
                column,
                encoding ? "holds bytes that are not UTF-8" : "is not well-formed JSON",
                broken);
    }
}
