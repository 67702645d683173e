package io.linkspan.mapping;

import io.linkspan.mapping.path.NameTest;
import io.linkspan.mapping.path.Namespaces;
import io.linkspan.mapping.path.Path;
import io.linkspan.mapping.path.PathParser;
import io.linkspan.mapping.read.RecordSplitter;
import io.linkspan.mapping.read.UnreadableRecordException;
import io.linkspan.record.Payload;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Splits a document into records, each an XML element that stands by itself or a JSON value. Immutable. */
public final class Records {
    private final List<NameTest> names;

    private Records(List<NameTest> names) {
        this.names = names;
    }

    /** The whole document is one record. */
    public static Records whole() {
        return new Records(List.of());
    }

    /**
     * Compiles the path of the records: names with {@code /} between, from the document's root element on, in JSON from the
     * document's keys on.
     *
     * @param namespaces the file's {@code namespaces}, or null
     * @return null after a problem
     */
    public static @Nullable Records compile(YamlText path, @Nullable YamlNode namespaces, Problems problems) {
        Path parsed = PathParser.parse(path, Namespaces.of(namespaces, problems), problems);
        if (parsed == null) {
            return null;
        }
        List<NameTest> names = new ArrayList<>();
        for (Path.Step step : parsed.steps()) {
            if (step instanceof Path.Elements elements
                    && !elements.deep()
                    && elements.predicates().isEmpty()) {
                names.add(elements.name());
            } else {
                problems.error(path.place(), "bad-path", "the records' path has more than names", "write /A/B/C");
                return null;
            }
        }
        return new Records(List.copyOf(names));
    }

    /** Reads a document and hands each record on, in order. */
    public void split(Payload document, Consumer<Payload> records) throws UnreadableRecordException {
        if (names.isEmpty()) {
            records.accept(document);
        } else {
            new RecordSplitter(names, records).split(document);
        }
    }
}
