package io.linkspan.mapping.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a document's events and keeps what the shape asks for. For every open element it holds the nodes that mean it, as
 * a stack of entries; an element nobody asks for has none, and is skipped.
 */
final class Collector {
    private static final int BULKY = 1 << 20;

    private final FramePool frames;
    private final boolean severalWays;
    private final boolean asksForNamespaces;
    private final Node root;
    private final Allowance allowance;
    private final Characters text = new Characters();
    private final OpenElements open = new OpenElements();
    private final LatestElement latest = new LatestElement(open, text);
    private final List<Unread> unread = new ArrayList<>();
    private int collecting;
    private @Nullable Entry around;
    private boolean attributes;
    private Frame record;

    Collector(Shape shape, Limits limits) {
        this.allowance = new Allowance(limits);
        this.root = shape.root();
        this.severalWays = shape.hasDescendants();
        this.asksForNamespaces = shape.asksForNamespaces();
        this.frames = new FramePool(shape.pools());
        this.record = frames.next(root, null, null);
    }

    void begin() {
        frames.reset();
        text.clear();
        unread.clear();
        open.clear();
        allowance.begin();
        collecting = 0;
        around = null;
        record = frames.next(root, null, null);
    }

    Frame record() {
        return record;
    }

    char[] characters() {
        return text.array();
    }

    List<Unread> unread() {
        return unread;
    }

    boolean isBulky() {
        return text.array().length > BULKY || frames.made() > BULKY / 16;
    }

    Allowance allowance() {
        return allowance;
    }

    /** The record's own element opens. */
    void enterRecord(String local) throws UnreadableRecordException {
        deeper();
        open(root, record, local);
        opened();
    }

    /**
     * An element opens.
     *
     * @return whether anything in it is wanted; if not, it may be skipped
     */
    boolean enter(String uri, String local) throws UnreadableRecordException {
        int from = open.top();
        int to = open.size();
        deeper();
        for (int i = from; i < to; i++) {
            match(open.get(i), uri, local);
        }
        opened();
        return open.size() > to || collecting > 0;
    }

    /** Looks at what is open now: whether the elements in it may be taken as leaves. */
    private void opened() {
        boolean alone = collecting == 0 && open.size() == open.top() + 1 && !open.last().node.deep;
        around = alone ? open.last() : null;
    }

    /**
     * The node of an element that is not worth opening: one of which nothing but the text is wanted, and of nothing around
     * it, as of most; or {@link Node#NOBODY} where nothing is wanted at all. Null for the others.
     */
    @Nullable
    Node leaf(String uri, String local) {
        Entry holder = around;
        if (holder == null) {
            return null;
        }
        Node leaf = holder.node.table.leaf(holder.find(local));
        return leaf == null || leaf.uri == null || leaf.uri.equals(uri) ? leaf : null;
    }

    /** Where the text of the next element begins. */
    int textLength() {
        return text.length();
    }

    /** Characters of a leaf. */
    void leafCharacters(int from, char[] characters, int start, int length) throws UnreadableRecordException {
        allowance.text(text.length() - from + length);
        text.append(characters, start, length);
    }

    /** A leaf ends. */
    void leafEnds(Node leaf, int from) {
        Entry holder = around;
        if (holder != null) {
            holder.frame.slice(leaf.text, from, text.length() - from);
        }
    }

    /** There is an element in what looked like a leaf: it is opened after all. */
    void leafOpens(Node leaf, int from) {
        Frame frame = open.last().frame;
        open.deeper();
        push(leaf, frame, null);
        open.last().textFrom = from;
        opened();
    }

    /** Counts an element nobody wants, at a depth below the present one. */
    void count(int below) throws UnreadableRecordException {
        allowance.element(open.depth() + below);
    }

    private void deeper() throws UnreadableRecordException {
        count(1);
        allowance.frames(frames.taken());
        open.deeper();
        latest.opens(collecting > 0);
        attributes = false;
    }

    private void match(Entry entry, String uri, String local) {
        Node node = entry.node;
        Frame frame = entry.frame;
        Frame up = entry.up;
        Frame newest = up;
        for (Node child : node.table.nodes(entry.find(local))) {
            if (child.uri == null || child.uri.equals(uri)) {
                Frame own = child.framed ? frames.next(child, frame, up) : frame;
                newest = node.deep && child.framed ? own : newest;
                open(child, own, local);
            }
        }
        if (node.deep) {
            push(node, frame, newest);
        }
    }

    private void open(Node node, Frame frame, String local) {
        push(node, frame, null);
        if (node.name >= 0) {
            frame.object(node.name, local);
        }
        if (node.below != null) {
            push(node.below, frame, null);
        }
    }

    private void push(Node node, Frame frame, @Nullable Frame up) {
        if (severalWays && open.has(node, frame)) {
            return;
        }
        Entry entry = open.add();
        entry.is(node, frame, up);
        entry.textFrom = text.length();
        attributes |= node.attributes.length > 0;
        if (node.closes) {
            entry.ownText = node.ownText >= 0 ? new StringBuilder() : null;
            collecting++;
        }
    }

    boolean asksForNamespaces() {
        return asksForNamespaces;
    }

    /** What can be said about the element opened last. */
    LatestElement latest() {
        return latest;
    }

    /** Whether an attribute of the element opened last is wanted. */
    boolean wantsAttributes() {
        return attributes;
    }

    boolean collects() {
        return collecting > 0;
    }

    /** Characters of the element just opened, or of one it stands in. */
    void characters(char[] characters, int start, int length) throws UnreadableRecordException {
        if (allowance.isTooLong(text.length() - open.get(0).textFrom + length)) {
            refuseTooLong(length);
        }
        text.append(characters, start, length);
        for (int i = open.top(); i < open.size(); i++) {
            StringBuilder own = open.get(i).ownText;
            if (own != null) {
                own.append(characters, start, length);
            }
        }
    }

    private void refuseTooLong(int more) throws UnreadableRecordException {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).node.collects) {
                allowance.text(text.length() - open.get(i).textFrom + more);
            }
        }
    }

    /** The element opened last ends. */
    void leave() throws UnreadableRecordException {
        for (int i = open.top(); i < open.size(); i++) {
            Entry entry = open.get(i);
            if (entry.node.closes) {
                close(entry);
            }
        }
        open.leave();
        opened();
    }

    private void close(Entry entry) throws UnreadableRecordException {
        Node node = entry.node;
        if (entry.ownText != null) {
            entry.frame.object(node.ownText, entry.ownText.toString());
            entry.ownText = null;
        }
        collecting--;
        if (node.collects) {
            int length = text.length() - entry.textFrom;
            if (node.text >= 0) {
                entry.frame.slice(node.text, entry.textFrom, length);
            }
            for (Node holder : node.holders) {
                held(holder, node, entry.frame, new String(text.array(), entry.textFrom, length));
            }
        }
    }

    /** What a text holds begins. */
    void hold(Node holder, Frame frame) throws UnreadableRecordException {
        deeper();
        open(holder, holder.framed ? frames.next(holder, frame, null) : frame, "");
        opened();
    }

    /** Reads a document held in a text, in the place of that text. */
    private void held(Node holder, Node node, Frame frame, String document) throws UnreadableRecordException {
        if (document.isBlank()) {
            return;
        }
        int level = open.depth();
        int before = collecting;
        try {
            HeldTexts.read(holder, frame, document, this);
        } catch (UnreadableRecordException bad) {
            if (bad.code().equals("too_large")) {
                throw bad;
            }
            unread.add(new Unread(node, bad.code(), String.valueOf(bad.getMessage())));
        }
        open.backTo(level);
        collecting = before;
    }
}
