package io.linkspan.cli;

import io.linkspan.cli.shape.SampleShapes;
import io.linkspan.cli.shape.Shape;
import io.linkspan.cli.shape.UnreadableShape;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Says where in a file records might stand. */
final class Whereabouts {
    private static final int MOST = 3;

    private Whereabouts() {}

    /** A hint in brackets, or nothing. */
    static String hint(Path file) {
        try {
            List<List<Shape>> lists = SampleShapes.of(file).lists();
            return lists.isEmpty()
                    ? ""
                    : " (repeated elements there: "
                            + lists.stream().limit(MOST).map(Whereabouts::path).collect(Collectors.joining(", ")) + ")";
        } catch (UnreadableShape noShape) {
            return "";
        }
    }

    /** A way through shapes as a path. */
    static String path(List<Shape> way) {
        String path =
                way.stream().map(Shape::step).filter(step -> !step.isEmpty()).collect(Collectors.joining("/"));
        return path.isEmpty() ? "." : path;
    }
}
