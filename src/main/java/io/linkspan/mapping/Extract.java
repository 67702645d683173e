package io.linkspan.mapping;

import io.linkspan.mapping.path.Namespaces;
import io.linkspan.mapping.path.Path;
import io.linkspan.mapping.path.PathParser;
import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.read.Limits;
import io.linkspan.mapping.read.Reading;
import io.linkspan.mapping.read.Shape;
import io.linkspan.mapping.read.UnreadableRecordException;
import io.linkspan.mapping.read.Way;
import io.linkspan.record.Payload;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a few values of a record: its key and version at intake. Immutable, safe for several threads. */
public final class Extract {
    private final Shape shape;
    private final List<Way> ways;

    private Extract(Shape shape, List<Way> ways) {
        this.shape = shape;
        this.ways = ways;
    }

    /**
     * Compiles source paths.
     *
     * @param paths as written in a file, with their places
     * @param namespaces the file's {@code namespaces}, or null
     * @return null after a problem
     */
    public static @Nullable Extract compile(List<YamlText> paths, @Nullable YamlNode namespaces, Problems problems) {
        Namespaces prefixes = Namespaces.of(namespaces, problems);
        Shape shape = new Shape();
        List<Way> ways = new ArrayList<>();
        for (YamlText text : paths) {
            Path path = PathParser.parse(text, prefixes, problems);
            Way way = path == null ? null : shape.value(path, shape.root());
            if (way != null) {
                ways.add(way);
            } else if (path != null) {
                problems.error(text.place(), "bad-path", "'..' leads above the record", "a path sees the record only");
            }
        }
        shape.freeze();
        return ways.size() == paths.size() ? new Extract(shape, List.copyOf(ways)) : null;
    }

    /**
     * Reads the values.
     *
     * @return in the order of the paths; null for one that is absent or nil
     */
    public List<@Nullable String> read(Payload record) throws UnreadableRecordException {
        Reading reading = new Reading(shape, Limits.DEFAULT);
        reading.read(record);
        Frame here = reading.record();
        List<@Nullable String> values = new ArrayList<>(ways.size());
        for (Way way : ways) {
            Frame frame = way.find(reading, here, here);
            values.add(frame == null ? null : reading.text(frame, way.cell()));
        }
        return Collections.unmodifiableList(values);
    }
}
