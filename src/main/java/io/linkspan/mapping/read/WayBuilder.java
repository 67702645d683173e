package io.linkspan.mapping.read;

import io.linkspan.mapping.path.Path;
import io.linkspan.mapping.path.Path.Fact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Grows the tree of names along a path and notes the way through it. */
final class WayBuilder {
    private final Shape shape;
    private final Node field;

    WayBuilder(Shape shape, Node field) {
        this.shape = shape;
        this.field = field;
    }

    /** A path to a value, read from a context. */
    @Nullable
    Way value(Path path, Node context, boolean all) {
        Way way = start(path, context);
        if (way == null) {
            return null;
        }
        Node node = walk(path, way, all);
        Path.Step last = path.steps().isEmpty() ? null : path.steps().getLast();
        switch (last) {
            case Path.Attribute(var test) -> way.endsAt(node, Way.End.CELL, node.attribute(test));
            case Path.About(Fact fact) -> about(way, node, fact);
            case null, default -> {
                node.wantsText = true;
                way.endsAt(node, Way.End.TEXT, null);
            }
        }
        return shape.add(way);
    }

    /** A path to elements: every element a frame. */
    @Nullable
    Way elements(Path path, Node context) {
        Way way = start(path, context);
        if (way == null) {
            return null;
        }
        Node node = walk(path, way, true);
        node.framed = true;
        way.endsAt(node, Way.End.ELEMENT, null);
        return shape.add(way);
    }

    private static void about(Way way, Node node, Fact fact) {
        switch (fact) {
            case OWN_TEXT -> node.wantsOwnText = true;
            case NAME -> node.wantsName = true;
            case TYPE -> node.wantsType = true;
            case POSITION, LEVEL -> node.framed = true;
        }
        way.endsAt(
                node,
                switch (fact) {
                    case OWN_TEXT -> Way.End.OWN_TEXT;
                    case NAME -> Way.End.NAME;
                    case TYPE -> Way.End.TYPE;
                    case POSITION -> Way.End.POSITION;
                    case LEVEL -> Way.End.LEVEL;
                },
                null);
    }

    /** Where the way begins, after its {@code ..}; null above the record. */
    private @Nullable Way start(Path path, Node context) {
        @Nullable
        Node node =
                switch (path.start()) {
                    case HERE -> context;
                    case FIELD -> field;
                    case RECORD -> shape.root();
                    case FOLLOWERS, TRAIL -> listed(context);
                };
        if (node == null) {
            return null;
        }
        List<Boolean> climbs = new ArrayList<>();
        for (int i = 0; i < path.ups(); i++) {
            Node above = above(node);
            if (above == null) {
                return null;
            }
            boolean recursive = above.deep;
            climbs.add(recursive);
            if (!recursive) {
                above.framed = true;
                node.framed = true;
                node = above;
            }
        }
        return new Way(path.start(), climbs, node);
    }

    /** The entry in hand, whose neighbours are meant; null for the record, which has none. */
    private @Nullable Node listed(Node context) {
        if (context == shape.root()) {
            return null;
        }
        context.framed = true;
        context.leads = true;
        return context;
    }

    private static @Nullable Node above(Node node) {
        Node above = node.parent;
        while (above != null && above.held != null) {
            above = above.parent;
        }
        return above;
    }

    private Node walk(Path path, Way way, boolean all) {
        Node node = way.from;
        for (Path.Step step : path.steps()) {
            switch (step) {
                case Path.Elements elements -> {
                    if (elements.deep()) {
                        shape.descends();
                    }
                    Node parent = elements.deep() ? node.below() : node;
                    if (elements.name().uri() != null) {
                        shape.namesNamespaces();
                    }
                    node = parent.child(elements.name());
                    way.passes(node, tests(elements.predicates(), node, parent));
                }
                case Path.Self(var predicates) ->
                    predicates.forEach(predicate -> way.begins(new TestBuilder(this, way.from).test(predicate)));
                case Path.Held(var format, var predicates) -> {
                    Node holder = node;
                    node = node.holding(format);
                    if (format instanceof Path.Split) {
                        node.framed = true;
                        way.passes(node, tests(predicates, node, holder));
                    } else {
                        way.passes(node, List.of());
                    }
                }
                case Path.Attribute attribute -> {}
                case Path.About about -> {}
            }
        }
        if (all && node != way.from) {
            node.framed = true;
        }
        return node;
    }

    private List<Test> tests(List<Path.Predicate> predicates, Node node, Node parent) {
        if (predicates.isEmpty()) {
            return List.of();
        }
        node.framed = true;
        List<Test> tests = new ArrayList<>();
        boolean counted = false;
        for (Path.Predicate predicate : predicates) {
            TestBuilder builder = new TestBuilder(this, node);
            tests.add(builder.test(predicate));
            counted |= builder.counts();
        }
        if (counted && !parent.deep && !(parent.held instanceof Path.Document)) {
            parent.framed = true;
        }
        return List.copyOf(tests);
    }
}
