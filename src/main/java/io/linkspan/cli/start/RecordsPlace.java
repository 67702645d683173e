package io.linkspan.cli.start;

import io.linkspan.cli.shape.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds where the records stand in a document. */
final class RecordsPlace {
    private static final int MANY = 3;
    private static final String TALK = ".*(error|message|fault|warning|exception).*";

    private RecordsPlace() {}

    /** In an answer or schema: the list most like its operation or element, else the nearest; errors come last. */
    static String in(Shape document, String name) {
        List<String> wanted = Words.of(name);
        return document.lists().stream()
                .min(Comparator.comparingInt((List<Shape> list) -> isTalk(list) ? 1 : 0)
                        .thenComparingDouble(list -> -Words.alike(Words.of(path(list)), wanted))
                        .thenComparingInt(List::size))
                .map(RecordsPlace::path)
                .orElseGet(() -> path(single(document)));
    }

    /** In a sample, which may hold one record only, with a list in it: the way to the list then passes a record. */
    static String in(Shape document) {
        if (document.repeated()) {
            return ".";
        }
        return document.lists().stream()
                .filter(list -> !isTalk(list))
                .findFirst()
                .map(list -> path(likeARecord(list)))
                .orElseGet(() -> path(single(document)));
    }

    /** The other lists of a document that do not stand within the records. */
    static List<String> others(Shape document, String records) {
        return document.lists().stream()
                .map(RecordsPlace::path)
                .filter(other -> !other.startsWith(records))
                .toList();
    }

    private static boolean isTalk(List<Shape> way) {
        return way.getLast().name().toLowerCase(Locale.ROOT).matches(TALK)
                || way.stream()
                        .anyMatch(shape -> shape.name().toLowerCase(Locale.ROOT).matches("(response)?status"));
    }

    private static List<Shape> likeARecord(List<Shape> way) {
        for (int end = 3; end < way.size(); end++) {
            long values =
                    way.get(end - 1).children().stream().filter(Shape::isLeaf).count();
            if (values >= MANY) {
                return way.subList(0, end);
            }
        }
        return way;
    }

    /** Without any list: the nearest element below the root that holds more than one thing. */
    private static List<Shape> single(Shape document) {
        List<Shape> way = new ArrayList<>(List.of(document));
        while (way.size() < MANY || way.getLast().children().size() < MANY) {
            List<Shape> within = way.getLast().children().stream()
                    .filter(child -> !child.isLeaf())
                    .toList();
            if (within.size() != 1) {
                return way;
            }
            way.add(within.getFirst());
        }
        return way;
    }

    private static String path(List<Shape> way) {
        String path =
                way.stream().map(Shape::step).filter(step -> !step.isEmpty()).collect(Collectors.joining("/"));
        return path.isEmpty() ? "." : path;
    }
}
