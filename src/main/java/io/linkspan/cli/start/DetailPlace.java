package io.linkspan.cli.start;

import io.linkspan.cli.shape.Shape;
import io.linkspan.cli.shape.Wsdl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds how one record is asked for that a list only names. */
final class DetailPlace {
    private static final String TALK = ".*(result|return|status|error|message|fault|warning).*";
    private static final Set<String> NOISE = Set.of(
            "get",
            "list",
            "lists",
            "read",
            "find",
            "fetch",
            "query",
            "search",
            "retrieve",
            "of",
            "all",
            "by",
            "info",
            "detail",
            "details",
            "multiple",
            "bapi",
            "getlist",
            "getdetail",
            "entity",
            "single",
            "load");

    private DetailPlace() {}

    /** Where the record stands in an answer that holds one: below what talks about it, with everything it has. */
    static String in(Shape document) {
        List<String> path = new ArrayList<>();
        Shape here = document;
        Shape next = document.children().getFirst();
        while (next != null) {
            path.add(next.step());
            here = next;
            next = only(here);
        }
        return String.join("/", path);
    }

    /** The one element the record must stand in; null where it is the element in hand. */
    private static @Nullable Shape only(Shape shape) {
        if (shape.children().stream().anyMatch(Shape::repeated)) {
            return null;
        }
        List<Shape> nested =
                shape.children().stream().filter(child -> !child.isLeaf()).toList();
        List<Shape> telling = nested.stream()
                .filter(child -> !child.name().toLowerCase(Locale.ROOT).matches(TALK))
                .toList();
        List<Shape> left = nested.size() == 1 ? nested : telling;
        boolean values = shape.children().stream()
                .anyMatch(child ->
                        child.isLeaf() && !child.name().toLowerCase(Locale.ROOT).matches(TALK));
        return left.size() == 1 && !values ? left.getFirst() : null;
    }

    /** Operations about the same thing as a list, which may say more of each of its records. */
    static List<String> hints(Wsdl wsdl, String list) {
        Set<String> wanted = things(list);
        List<String> found = new ArrayList<>();
        for (String operation : wsdl.operations()) {
            boolean about = !wanted.isEmpty()
                    && !operation.equals(list)
                    && things(operation).equals(wanted);
            boolean reads = operation.toLowerCase(Locale.ROOT).matches(".*(get|read|info|detail|fetch|load).*");
            if (about && reads && !isList(operation)) {
                found.add(operation);
            }
        }
        return found.isEmpty()
                ? List.of()
                : List.of("if the list only names the records, --detail asks for each of them: "
                        + String.join(", ", found));
    }

    private static boolean isList(String operation) {
        return operation.toLowerCase(Locale.ROOT).matches(".*(list|multiple|all|search|numbers|keys|deleted).*");
    }

    /** The words of an operation's name that say what it is about. */
    private static Set<String> things(String operation) {
        return Words.of(operation).stream()
                .filter(word -> !NOISE.contains(word))
                .map(word -> word.replaceFirst("ies$", "y").replaceFirst("(?<!s)s$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
