package io.linkspan.cli.shape;

import java.io.InputStream;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Learns the shape of a JSON document, or of one document a line, in one pass. */
final class JsonSample {
    private final JsonParser parser;
    private final Path file;
    private int fields;

    private JsonSample(JsonParser parser, Path file) {
        this.parser = parser;
        this.file = file;
    }

    static void read(InputStream bytes, Shape root, Path file) throws UnreadableShape {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(SampleShapes.DEEPEST)
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes)) {
            JsonSample sample = new JsonSample(parser, file);
            int documents = 0;
            while (parser.nextToken() != null) {
                sample.value(root);
                root.repeats(++documents > 1);
            }
        } catch (JacksonException broken) {
            throw new UnreadableShape(file + " is no JSON: " + broken.getOriginalMessage());
        }
    }

    private void value(Shape shape) throws UnreadableShape {
        switch (parser.currentToken()) {
            case START_OBJECT -> object(shape);
            case START_ARRAY -> {
                shape.repeats(true);
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value(shape);
                }
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> shape.ofJson("decimal").seen(parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> shape.ofJson("boolean").seen(parser.getString());
            case VALUE_STRING -> shape.seen(parser.getString());
            default -> {
                // null says nothing about what else may stand here
            }
        }
    }

    private void object(Shape shape) throws UnreadableShape {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Shape field = Shape.element(name);
            Shape known = shape.add(field);
            if (known.equals(field) && ++fields > SampleShapes.MOST_FIELDS) {
                throw SampleShapes.tooMany(file);
            }
            value(known);
        }
    }
}
