package io.linkspan.mapping.plan;

import io.linkspan.mapping.MappingFiles;
import io.linkspan.mapping.function.Function;
import io.linkspan.mapping.path.Namespaces;
import io.linkspan.mapping.path.Path;
import io.linkspan.mapping.path.PathParser;
import io.linkspan.mapping.read.Node;
import io.linkspan.mapping.read.Shape;
import io.linkspan.mapping.read.Way;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the whole of a mapping shares while it is compiled. */
final class Compilation {
    final Shape shape = new Shape();
    final List<Scope> scopes = new ArrayList<>();
    final List<Way> siblings = new ArrayList<>();
    final Map<String, Function> functions;
    final MappingFiles files;
    final Problems problems;
    final Namespaces namespaces;
    final ZoneId zone;
    final Emptiness defaults;
    final boolean writesXml;
    final boolean readsJson;
    final Outliner outliner;
    final List<HeldPath> heldPaths = new ArrayList<>();
    final Set<String> prefixes = new TreeSet<>();
    private String label = "";
    private final List<Runnable> later = new ArrayList<>();

    Compilation(Map<String, Function> functions, MappingFiles files, Problems problems, FileSettings settings) {
        this.functions = functions;
        this.outliner = new Outliner(functions.keySet());
        this.files = files;
        this.problems = problems;
        this.namespaces = settings.namespaces();
        this.zone = settings.zone();
        this.defaults = settings.defaults();
        this.writesXml = settings.xml() != null;
        this.readsJson = settings.jsonInput();
    }

    /**
     * A path into a document held in a text.
     *
     * @param label the field that reads it
     */
    record HeldPath(Way way, String label, String written) {}

    /** The field that is compiled now. */
    void compiling(String newLabel) {
        label = newLabel;
    }

    Scope scope(@Nullable Scope outer, Node node) {
        Scope scope = new Scope(scopes.size(), outer, node);
        scopes.add(scope);
        return scope;
    }

    /** Does something once all fields are known. */
    void later(Runnable task) {
        later.add(task);
    }

    void finish() {
        for (int i = 0; i < later.size(); i++) {
            later.get(i).run();
        }
        shape.freeze();
    }

    /** What a function in an expression may ask. */
    Around surroundings(Node here) {
        return new Around(this, here, new YamlMap(Place.startOf(""), List.of()));
    }

    void error(YamlNode where, String code, String message, String mend) {
        problems.error(where.place(), code, message, mend);
    }

    /** A single value that was written, or null after a problem. */
    @Nullable
    YamlText text(YamlNode node, String what, String mend) {
        if (node instanceof YamlText text && !text.isNull()) {
            return text;
        }
        error(node, "not-a-value", what + " is " + node.kind(), mend);
        return null;
    }

    @Nullable
    Path path(YamlNode node) {
        YamlText text = text(node, "the path", "write a source path");
        return text == null ? null : PathParser.parse(text, namespaces, problems);
    }

    /** The way to the first value of a path. */
    @Nullable
    Way value(YamlNode node, Node here) {
        Path path = path(node);
        return path == null ? null : known(shape.value(path, here), path, node);
    }

    /** The way to all values of a path. */
    @Nullable
    Way values(YamlNode node, Node here) {
        Path path = path(node);
        return path == null ? null : known(shape.values(path, here), path, node);
    }

    /** The way to the elements of a path. */
    @Nullable
    Way elements(YamlNode node, Node here) {
        Path path = path(node);
        if (path == null) {
            return null;
        }
        Path.Step last = path.steps().isEmpty() ? null : path.steps().getLast();
        if (last instanceof Path.Attribute || last instanceof Path.About) {
            error(node, "bad-path", "'" + path + "' leads to no element", "end the path before the @ or the function");
            return null;
        }
        return known(shape.elements(path, here), path, node);
    }

    /** Elements somewhere below, so that fields under a path that is wrong are checked all the same. */
    Way somewhere(Node here) {
        YamlText deep = new YamlText(Place.startOf(""), "*/*/*/*/*/*", true);
        Path path = Objects.requireNonNull(PathParser.parse(deep, namespaces, problems));
        return Objects.requireNonNull(shape.elements(path, here));
    }

    private @Nullable Way known(@Nullable Way way, Path path, YamlNode node) {
        if (way != null && path.steps().stream().anyMatch(Path.Held.class::isInstance)) {
            heldPaths.add(new HeldPath(way, label, path.text()));
        }
        if (way == null) {
            boolean up = path.ups() > 0;
            error(
                    node,
                    "bad-path",
                    up ? "'..' leads above the record" : "'" + path + "' means something in a list only",
                    up ? "a path sees the record only" : "write it in the fields of an each");
        }
        return way;
    }
}
