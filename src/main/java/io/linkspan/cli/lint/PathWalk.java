package io.linkspan.cli.lint;

import io.linkspan.cli.shape.Shape;
import io.linkspan.mapping.path.NameTest;
import io.linkspan.mapping.path.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Walks a source path over shapes. A place is the way of shapes from the record down to it. */
final class PathWalk {
    private final Set<List<Shape>> from;
    private String lost = "";
    private Set<String> there = Set.of();

    PathWalk(Set<List<Shape>> from) {
        this.from = from;
    }

    /** Whether a step, or one in a predicate, led nowhere. */
    boolean isLost() {
        return !lost.isEmpty();
    }

    /** The step that led nowhere. */
    String lost() {
        return lost;
    }

    /** What could have been written instead. */
    Set<String> there() {
        return there;
    }

    /** Every place the path may lead to; none where it leads nowhere. */
    Set<List<Shape>> to(Path path) {
        Set<List<Shape>> here = start(path);
        for (Path.Step step : path.steps()) {
            Set<List<Shape>> next = new LinkedHashSet<>();
            for (List<Shape> way : here) {
                step(step, way).forEach(next::add);
            }
            if (next.isEmpty()) {
                lose(step, here);
                return next;
            }
            lookForAsked(step, next);
            here = next;
        }
        return here;
    }

    /** Looks for what the predicates of a step ask about. */
    private void lookForAsked(Path.Step step, Set<List<Shape>> reached) {
        List<Path.Predicate> predicates =
                switch (step) {
                    case Path.Elements elements -> elements.predicates();
                    case Path.Self self -> self.predicates();
                    case Path.Attribute attribute -> List.of();
                    case Path.Held held -> held.predicates();
                    case Path.About about -> List.of();
                };
        predicates.stream()
                .flatMap(predicate ->
                        predicate instanceof Path.Holds holds ? AskedPaths.of(holds.condition()) : Stream.of())
                .forEach(asked -> follow(asked, asked.start() == Path.Start.FIELD ? from : reached));
    }

    private void follow(Path asked, Set<List<Shape>> begin) {
        PathWalk walk = new PathWalk(begin);
        walk.to(asked);
        if (walk.isLost() && !isLost()) {
            lost = walk.lost;
            there = walk.there;
        }
    }

    private Set<List<Shape>> start(Path path) {
        Set<List<Shape>> start = new LinkedHashSet<>();
        for (List<Shape> way : from) {
            switch (path.start()) {
                case RECORD -> start.add(way.subList(0, 1));
                case FOLLOWERS ->
                    upTo(way, way.size() - 1).stream()
                            .flatMap(PathWalk::children)
                            .forEach(start::add);
                case TRAIL -> {
                    for (int left = 1; left <= way.size(); left++) {
                        start.add(way.subList(0, left));
                    }
                }
                case HERE, FIELD -> start.addAll(upTo(way, way.size() - path.ups()));
            }
        }
        return start;
    }

    private static List<List<Shape>> upTo(List<Shape> way, int left) {
        return left < 1 ? List.of() : List.of(way.subList(0, left));
    }

    private static Stream<List<Shape>> step(Path.Step step, List<Shape> way) {
        if (way.getLast().isOpen()) {
            return Stream.of(way);
        }
        return switch (step) {
            case Path.Elements elements -> elements(elements, way);
            case Path.Attribute attribute -> children(way).filter(child -> isAttribute(child, attribute.name()));
            case Path.Held held -> Stream.of(opened(way));
            case Path.Self self -> Stream.of(way);
            case Path.About about -> Stream.of(way);
        };
    }

    private static Stream<List<Shape>> elements(Path.Elements step, List<Shape> way) {
        Stream<List<Shape>> reached = step.deep() ? below(way) : children(way);
        return reached.filter(child -> isElement(child, step.name()));
    }

    private static Stream<List<Shape>> children(List<Shape> way) {
        return way.getLast().children().stream().map(child -> longer(way, child));
    }

    private static Stream<List<Shape>> below(List<Shape> way) {
        return children(way).flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }

    private static boolean isElement(List<Shape> way, NameTest name) {
        String step = way.getLast().step();
        return step.equals(Shape.OPEN)
                || (!step.startsWith("@")
                        && (name.local().equals("*") || name.local().equals(step)));
    }

    private static boolean isAttribute(List<Shape> way, NameTest name) {
        String step = way.getLast().step();
        return step.startsWith("@")
                && (name.local().equals("*") || step.substring(1).equals(name.local()));
    }

    /** What is held as text is known to nobody. */
    private static List<Shape> opened(List<Shape> way) {
        return longer(way, Shape.unknown());
    }

    private static List<Shape> longer(List<Shape> way, Shape child) {
        List<Shape> longer = new ArrayList<>(way);
        longer.add(child);
        return longer;
    }

    private void lose(Path.Step step, Set<List<Shape>> here) {
        lost = switch (step) {
            case Path.Elements elements -> elements.name().local();
            case Path.Attribute attribute -> "@" + attribute.name().local();
            case Path.Held held -> held.format().toString();
            case Path.Self self -> ".";
            case Path.About about -> about.fact().written();
        };
        there = new LinkedHashSet<>();
        here.forEach(way -> way.getLast().children().forEach(child -> there.add(child.step())));
    }
}
