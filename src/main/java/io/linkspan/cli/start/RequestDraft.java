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
    private static final String SIZE =
            "(page|set|batch|fetch)?size|limit|take|top|count|rows|numrows|max(results|rows|records|items)"
                    + "|(items|records|rows)?perpage";
    private static final String PAGE = "page|pageno|pagenr|pagenumber|pageindex|currentpage";
    private static final String OFFSET = "offset|start|startindex|skip|startrow|firstresult";
    private static final String CURSOR = ".*(cursor|continuation|bookmark|pagetoken|nexttoken).*";
    private static final String SINCE = ".*(since|changed|modified|updated).*";
    private static final String CREDENTIAL = "user|username|.*login.*|password|passwd|(auth|api|access)?token"
            + "|.*(api|access|auth|secret|consumer|license|app|service|dolibarr)key|client(id|secret)";
    private static final String SESSION = "session(id|key|token)?";

    /**
     * Where the next page begins.
     *
     * @param key {@code cursor} where the answer says so, {@code bookmark} where the last record does
     * @param path of that
     */
    record Next(String key, String path) {}

    private final Shape request;
    private final @Nullable Next next;
    private final boolean changes;
    private final @Nullable Shape key;
    private final String keyPath;
    private final Set<String> credentials = new TreeSet<>();
    private final Set<String> optional = new LinkedHashSet<>();
    private final Set<String> used = new LinkedHashSet<>();
    private int fills;
    private final Set<String> namespaces = new LinkedHashSet<>();

    /**
     * Looks a request through.
     *
     * @param next where the next page begins, or null
     * @param changes whether records say when they were changed
     */
    RequestDraft(Shape request, @Nullable Next next, boolean changes) {
        this(request, next, changes, null, "");
    }

    private RequestDraft(Shape request, @Nullable Next next, boolean changes, @Nullable Shape key, String keyPath) {
        this.request = request;
        this.next = next;
        this.changes = changes;
        this.key = key;
        this.keyPath = keyPath;
        gather(request);
    }

    /** The request for one record, by what the list says of it. */
    static RequestDraft ofDetail(Shape request, List<SourceField> listed, @Nullable SourceField listedKey) {
        List<Shape> leaves = leaves(request)
                .filter(leaf -> !plain(leaf).matches(CREDENTIAL + "|" + SESSION + "|.*sourceapplication.*|entity"))
                .toList();
        List<SourceField> values =
                listed.stream().filter(field -> !field.list()).toList();
        for (Shape leaf : leaves) {
            for (SourceField field : values) {
                boolean same = field.equals(listedKey)
                        || listedKey == null
                        || plain(leaf).matches("id|key|no|number");
                if (same && Words.alike(Words.of(leaf.name()), Words.of(field.path())) > 0.99) {
                    return new RequestDraft(request, null, false, leaf, field.path());
                }
            }
        }
        Shape first = leaves.isEmpty() ? null : leaves.getFirst();
        return new RequestDraft(request, null, false, first, listedKey == null ? "." : listedKey.path());
    }

    private static Stream<Shape> leaves(Shape shape) {
        return shape.isLeaf() ? Stream.of(shape) : shape.children().stream().flatMap(RequestDraft::leaves);
    }

    private static String plain(Shape shape) {
        return shape.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The template, line by line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        write(request, "", lines);
        return lines;
    }

    /**
     * How pages follow each other, as {@code page} says it; null where the request asks for no pages.
     *
     * @param end how the last of counted pages is known, {@code key: path}; empty where nothing says so
     */
    @Nullable
    String page(String end) {
        String size = used.contains("size") ? "size: 500, " : "";
        if (used.contains("cursor") && next != null) {
            return "{ " + size + next.key() + ": " + next.path() + " }";
        }
        String counted = used.contains("offset") ? "offset: true" : used.contains("page") ? "number: 1" : "";
        return counted.isEmpty() ? null : "{ size: 500, " + counted + (end.isEmpty() ? "" : ", " + end) + " }";
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
        String open = "<" + name + (indent.isEmpty() ? declarations() : "") + attributes(shape);
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

    /** What must be written as attributes, and those that a variable stands for. */
    private String attributes(Shape shape) {
        StringBuilder written = new StringBuilder();
        for (Shape child : shape.children()) {
            String value = child.step().startsWith("@") ? value(child) : "";
            if (child.step().startsWith("@") && !(value.isEmpty() && child.optional())) {
                written.append(' ')
                        .append(child.name())
                        .append("=\"")
                        .append(value)
                        .append('"');
            }
        }
        return written.toString();
    }

    private boolean nested(
            Shape shape, String open, String name, List<Shape> within, String indent, List<String> lines) {
        int start = lines.size();
        lines.add(indent + open + ">");
        int before = fills;
        Set<String> known = Set.copyOf(optional);
        boolean anything = false;
        for (Shape child : within) {
            anything |= write(child, indent + "  ", lines);
        }
        lines.add(indent + "</" + name + ">");
        boolean needless = fills == before && shape.optional();
        if (!indent.isEmpty() && (needless || !anything)) {
            lines.subList(start, lines.size()).clear();
            optional.retainAll(known);
            if (needless) {
                optional.add(shape.name());
                return false;
            }
            lines.add(indent + open + "/>");
        }
        return true;
    }

    private String value(Shape shape) {
        String plain = plain(shape);
        String variable = key == null ? variable(plain) : shape.equals(key) ? "record." + keyPath : "";
        if (plain.matches(SESSION)) {
            variable = "session";
        }
        if (variable.isEmpty() && plain.matches(CREDENTIAL)) {
            variable = "system." + Words.camel(shape.name());
            credentials.add(Words.camel(shape.name()));
        }
        if (variable.isEmpty()) {
            return "";
        }
        used.add(variable);
        fills++;
        return "${" + variable + "}";
    }

    private String variable(String plain) {
        if (plain.matches(CURSOR)) {
            return next == null ? "" : "cursor";
        }
        if (plain.matches(SINCE)) {
            return changes ? "since" : "";
        }
        boolean counted = next == null;
        return counted && plain.matches(OFFSET)
                ? "offset"
                : counted && plain.matches(PAGE) ? "page" : plain.matches(SIZE) && isPaged() ? "size" : "";
    }

    private boolean isPaged() {
        return next != null
                || leaves(request).map(RequestDraft::plain).anyMatch(name -> name.matches(OFFSET + "|" + PAGE));
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
