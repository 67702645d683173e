package io.linkspan.mapping.read;

import io.linkspan.mapping.path.Path.Start;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled path: from the frame in hand to the frames and the cell where the values lie. */
public final class Way {
    /** What lies at the end. */
    enum End {
        CELL,
        TEXT,
        OWN_TEXT,
        NAME,
        TYPE,
        POSITION,
        LEVEL,
        ELEMENT
    }

    /** Something to do at each value. */
    @FunctionalInterface
    interface Visitor {
        /** Returns true to stop. */
        boolean visit(Reading reading, Frame frame, int cell);
    }

    static final int POSITION = -1;
    static final int LEVEL = -2;
    static final int ELEMENT = -3;
    private static final Visitor FIRST = (reading, frame, cell) -> {
        reading.found = frame;
        return true;
    };

    private final Start start;
    private final boolean[] climbs;
    final Node from;
    private final List<Test> first = new ArrayList<>();
    private final List<Node> passed = new ArrayList<>();
    private final List<List<Test>> tests = new ArrayList<>();
    private Node endNode;
    private End end = End.TEXT;
    private Node.@Nullable AttributeCell attribute;
    private Hop[] hops = {};
    private int cell;
    private boolean plain;
    private boolean several;
    private Hop starts = new Hop(-1, List.of());
    private boolean direct;

    Way(Start start, List<Boolean> climbs, Node from) {
        this.start = start;
        this.from = from;
        this.endNode = from;
        this.climbs = new boolean[climbs.size()];
        for (int i = 0; i < this.climbs.length; i++) {
            this.climbs[i] = climbs.get(i);
        }
    }

    /** The way is open only where the element it begins at passes. */
    void begins(Test test) {
        first.add(test);
    }

    void passes(Node node, List<Test> nodeTests) {
        passed.add(node);
        tests.add(nodeTests);
    }

    void endsAt(Node node, End what, Node.@Nullable AttributeCell wantedAttribute) {
        endNode = node;
        end = what;
        attribute = wantedAttribute;
    }

    /** The node whose frames this way leads to: the context of everything read in them. */
    public Node node() {
        return endNode;
    }

    /** Whether the way leads into a document that an element of this node holds as text. */
    public boolean enters(Node holder) {
        return passed.stream().anyMatch(node -> node.held != null && node.parent == holder);
    }

    void settle() {
        List<Hop> found = new ArrayList<>();
        for (int i = 0; i < passed.size(); i++) {
            if (passed.get(i).framed) {
                found.add(new Hop(passed.get(i).list, tests.get(i)));
            }
        }
        hops = found.toArray(Hop[]::new);
        cell = switch (end) {
            case CELL -> attribute == null ? ELEMENT : attribute.cell;
            case TEXT -> endNode.text;
            case OWN_TEXT -> endNode.ownText;
            case NAME -> endNode.name;
            case TYPE -> endNode.type;
            case POSITION -> POSITION;
            case LEVEL -> LEVEL;
            case ELEMENT -> ELEMENT;
        };
        several = start == Start.FOLLOWERS || start == Start.TRAIL;
        starts = new Hop(-1, first);
        plain = climbs.length == 0 && first.isEmpty();
        // So it is with most paths: the value lies in the frame in hand, if anywhere.
        direct = plain && start == Start.HERE && hops.length == 0 && cell >= 0;
    }

    /** The cell to be read in the frames found; negative for what is no cell. */
    public int cell() {
        return cell;
    }

    /** The first frame that has a value, or null. */
    public @Nullable Frame find(Reading reading, Frame here, Frame field) {
        if (direct) {
            return here.isAbsent(cell) ? null : here;
        }
        if (several) {
            return visit(reading, here, field, FIRST) ? reading.found : null;
        }
        Frame origin = origin(reading, here, field);
        if (origin == null) {
            return null;
        }
        if (hops.length == 0) {
            return has(origin) ? origin : null;
        }
        if (hops.length == 1 && !hops[0].counts) {
            return first(reading, hops[0], origin, field);
        }
        return walk(reading, origin, field, 0, FIRST) ? reading.found : null;
    }

    private boolean has(Frame frame) {
        return cell < 0 || !frame.isAbsent(cell);
    }

    private @Nullable Frame first(Reading reading, Hop hop, Frame origin, Frame field) {
        FrameList list = hop.candidates(reading, origin, field);
        for (int i = 0; i < list.size(); i++) {
            Frame next = list.get(i);
            if (has(next) && hop.passes(reading, next, field)) {
                return next;
            }
        }
        return null;
    }

    /** Whether one of the values is this text. */
    boolean anyIs(Reading reading, Frame here, Frame field, String text) {
        return direct
                ? !here.isAbsent(cell) && reading.isText(here, cell, text)
                : visit(reading, here, field, (same, frame, at) -> reading.isText(frame, at, text));
    }

    /** Adds every frame that has a value. */
    public void all(Reading reading, Frame here, Frame field, FrameList found) {
        visit(reading, here, field, (same, frame, at) -> {
            found.add(frame);
            return false;
        });
    }

    /** All values as texts; nil ones left out. */
    List<String> texts(Reading reading, Frame here, Frame field) {
        List<String> texts = new ArrayList<>();
        visit(reading, here, field, (same, frame, at) -> {
            String text = reading.text(frame, at);
            if (text != null) {
                texts.add(text);
            }
            return false;
        });
        return texts;
    }

    private boolean visit(Reading reading, Frame here, Frame field, Visitor visitor) {
        if (several) {
            return visitSeveral(reading, here, field, visitor);
        }
        Frame origin = origin(reading, here, field);
        return origin != null && walk(reading, origin, field, 0, visitor);
    }

    private boolean visitSeveral(Reading reading, Frame here, Frame field, Visitor visitor) {
        FrameList near = start == Start.TRAIL ? Neighbours.trail(here) : Neighbours.followers(here);
        FrameList origins = starts.select(reading, near, field);
        for (int i = 0; i < origins.size(); i++) {
            if (walk(reading, origins.get(i), field, 0, visitor)) {
                return true;
            }
        }
        return false;
    }

    /** Lets the entries found from a frame on know what follows them, where a path asks for it. */
    public void lead(FrameList entries, Frame here) {
        if (endNode.leads) {
            boolean among = start == Start.FOLLOWERS && hops.length == 0;
            Neighbours.lead(entries, among ? here.followersTo : Integer.MAX_VALUE);
        }
    }

    private @Nullable Frame origin(Reading reading, Frame here, Frame field) {
        Frame origin = start == Start.HERE ? here : start == Start.FIELD ? field : reading.record();
        return plain ? origin : above(reading, origin, field);
    }

    private @Nullable Frame above(Reading reading, Frame begin, Frame field) {
        Frame origin = begin;
        for (boolean recursive : climbs) {
            Frame above = recursive ? enclosing(origin) : origin.owner;
            if (above == null) {
                return null;
            }
            origin = above;
        }
        for (int i = 0; i < first.size(); i++) {
            if (!first.get(i).passes(reading, origin, field, 1, 1)) {
                return null;
            }
        }
        return origin;
    }

    static @Nullable Frame enclosing(Frame frame) {
        Frame up = frame.up;
        while (up != null && up.node != frame.node) {
            up = up.up;
        }
        return up;
    }

    private boolean walk(Reading reading, Frame frame, Frame field, int at, Visitor visitor) {
        if (at == hops.length) {
            return has(frame) && visitor.visit(reading, frame, cell);
        }
        Hop hop = hops[at];
        FrameList near = hop.candidates(reading, frame, field);
        FrameList list = hop.counts ? hop.select(reading, near, field) : near;
        for (int i = 0; i < list.size(); i++) {
            Frame next = list.get(i);
            if ((hop.counts || hop.passes(reading, next, field)) && walk(reading, next, field, at + 1, visitor)) {
                return true;
            }
        }
        return false;
    }
}
