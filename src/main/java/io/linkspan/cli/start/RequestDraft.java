package io.linkspan.cli.start;

import io.linkspan.cli.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the request of an operation, with what a pull fills in put where names tell. */
final class RequestDraft {
    private static final String SIZE = "size|pagesize|limit|maxresults|maxrows|top|count|rows|batchsize";
    private static final String PAGE = "page|pageno|pagenr|pagenumber|pageindex|currentpage";
    private static final String OFFSET = "offset|start|startindex|skip|startrow|firstresult";
    private static final String CURSOR = ".*(cursor|continuation|bookmark|pagetoken|nexttoken).*";
    private static final String SINCE = ".*(since|changed|modified|updated).*";
    private static final String CREDENTIAL =
            "user|username|.*login.*|password|passwd|apikey|token|accesskey|.*key$|client";

    private final Shape request;
    private final @Nullable String cursor;
    private final boolean changes;
    private final Set<String> credentials = new TreeSet<>();
    private final Set<String> optional = new LinkedHashSet<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> namespaces = new LinkedHashSet<>();

    /**
     * Looks a request through.
     *
     * @param cursor where the answer names the next page, or null
     * @param changes whether records say when they were changed
     */
    RequestDraft(Shape request, @Nullable String cursor, boolean changes) {
        this.request = request;
        this.cursor = cursor;
        this.changes = changes;
        gather(request);
    }

    /** The template, line by line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        write(request, "", lines);
        return lines;
    }

    /** How pages follow each other, as {@code page} says it; null where the request asks for no pages. */
    @Nullable
    String page() {
        String size = used.contains("size") ? "size: 500, " : "";
        if (used.contains("cursor")) {
            return "{ " + size + "cursor: " + cursor + " }";
        }
        if (used.contains("offset")) {
            return "{ size: 500, offset: true }";
        }
        return used.contains("page") ? "{ size: 500, number: 1 }" : null;
    }

    boolean asksSince() {
        return used.contains("since");
    }

    /** The names under {@code linkspan.systems.NAME} that the request takes its credentials from. */
    Set<String> credentials() {
        return credentials;
    }

    /** What may be asked besides, and was left out. */
    Set<String> optional() {
        return optional;
    }

    private void gather(Shape shape) {
        namespaces.add(shape.namespace());
        shape.children().forEach(this::gather);
    }

    private boolean write(Shape shape, String indent, List<String> lines) {
        String name = prefixed(shape);
        String open = "<" + name + (indent.isEmpty() ? declarations() : "");
        List<Shape> within = shape.children().stream()
                .filter(child -> !child.step().startsWith("@") && !child.name().equals(Shape.OPEN))
                .toList();
        if (within.isEmpty()) {
            String value = value(shape);
            boolean left = value.isEmpty() && shape.optional();
            if (left) {
                optional.add(shape.name());
            } else {
                lines.add(indent + open + (value.isEmpty() ? "/>" : ">" + value + "</" + name + ">"));
            }
            return !left;
        }
        return nested(shape, open, name, within, indent, lines);
    }

    private boolean nested(
            Shape shape, String open, String name, List<Shape> within, String indent, List<String> lines) {
        int start = lines.size();
        lines.add(indent + open + ">");
        boolean anything = false;
        for (Shape child : within) {
            anything |= write(child, indent + "  ", lines);
        }
        lines.add(indent + "</" + name + ">");
        if (!anything && !indent.isEmpty() && shape.optional()) {
            lines.subList(start, lines.size()).clear();
            return false;
        }
        return true;
    }

    private String value(Shape shape) {
        String plain = shape.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String variable = variable(plain);
        if (variable.isEmpty() && plain.matches(CREDENTIAL)) {
            variable = "system." + Words.camel(shape.name());
            credentials.add(Words.camel(shape.name()));
        }
        used.add(variable);
        return variable.isEmpty() ? "" : "${" + variable + "}";
    }

    private String variable(String plain) {
        if (plain.matches(CURSOR)) {
            return cursor == null ? "" : "cursor";
        }
        if (plain.matches(SINCE)) {
            return changes ? "since" : "";
        }
        boolean counted = cursor == null;
        return counted && plain.matches(OFFSET)
                ? "offset"
                : counted && plain.matches(PAGE) ? "page" : plain.matches(SIZE) && isPaged() ? "size" : "";
    }

    private boolean isPaged() {
        return cursor != null || names(request).anyMatch(name -> name.matches(OFFSET + "|" + PAGE));
    }

    private static Stream<String> names(Shape shape) {
        return Stream.concat(
                Stream.of(shape.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")),
                shape.children().stream().flatMap(RequestDraft::names));
    }

    /** One namespace for everything is the default one; where there are more, each has a prefix. */
    private String prefixed(Shape shape) {
        if (namespaces.size() == 1 || shape.namespace().isEmpty()) {
            return shape.name();
        }
        return prefix(shape.namespace()) + ":" + shape.name();
    }

    private String prefix(String namespace) {
        return "n" + List.copyOf(namespaces).indexOf(namespace);
    }

    private String declarations() {
        List<String> named = namespaces.stream().filter(name -> !name.isEmpty()).toList();
        if (namespaces.size() == 1) {
            return named.isEmpty() ? "" : " xmlns=\"" + named.getFirst() + "\"";
        }
        return named.stream()
                .map(name -> " xmlns:" + prefix(name) + "=\"" + name + "\"")
                .reduce("", String::concat);
    }
}
