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
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Splits a document into records, each an XML element that stands by itself or a JSON value. Immutable. */
public final class Records {
    private final List<NameTest> names;
    private final List<List<NameTest>> shared;
    private final boolean hrefs;

    private Records(List<NameTest> names, List<List<NameTest>> shared, boolean hrefs) {
        this.names = names;
        this.shared = shared;
        this.hrefs = hrefs;
    }

    /**
     * Compiles what a mapping says about a document: {@code records} is the path of the records, names with {@code /} between
     * from the document's root element on, in JSON from the document's keys on; {@code share} the sections every record gets
     * as its last children; {@code hrefs} whether references within the document are resolved. A mapping without {@code
     * records} takes the whole document for one record.
     *
     * @return null after a problem
     */
    public static @Nullable Records compile(YamlMap root, Problems problems) {
        Namespaces namespaces = Namespaces.of(root.get("namespaces"), problems);
        YamlNode records = root.get("records");
        List<NameTest> names = records == null ? List.of() : names(records, namespaces, problems);
        List<List<NameTest>> shared = new ArrayList<>();
        YamlNode share = root.get("share");
        List<YamlNode> sections =
                share instanceof YamlList list ? list.items() : share == null ? List.of() : List.of(share);
        sections.forEach(section -> shared.add(names(section, namespaces, problems)));
        boolean hrefs =
                root.get("hrefs") instanceof YamlText text && text.text().equals("true");
        return names == null || shared.contains(null)
                ? null
                : new Records(
                        names, shared.stream().map(Objects::requireNonNull).toList(), hrefs);
    }

    private static @Nullable List<NameTest> names(YamlNode node, Namespaces namespaces, Problems problems) {
        Path path = node instanceof YamlText text ? PathParser.parse(text, namespaces, problems) : null;
        List<NameTest> names = new ArrayList<>();
        for (Path.Step step : path == null ? List.<Path.Step>of() : path.steps()) {
            if (step instanceof Path.Elements elements
                    && !elements.deep()
                    && elements.predicates().isEmpty()) {
                names.add(elements.name());
            } else {
                problems.error(node.place(), "bad-path", "the path has more in it than names", "write /A/B/C");
                return null;
            }
        }
        if (names.isEmpty() && path != null) {
            problems.error(node.place(), "bad-path", "the path names no element", "write /A/B/C");
        }
        return names.isEmpty() ? null : List.copyOf(names);
    }

    /** Reads a document and hands each record on, in order. */
    public void split(Payload document, Consumer<Payload> records) throws UnreadableRecordException {
        if (names.isEmpty() && shared.isEmpty()) {
            records.accept(document);
        } else {
            new RecordSplitter(names, shared, hrefs, records).split(document);
        }
    }
}
