package io.linkspan.mapping.read;

import io.linkspan.mapping.path.Namespaces;
import io.linkspan.mapping.path.Path.Format;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a document's events and keeps what the shape asks for. For every open element it holds the nodes that mean it, as
 * a stack of entries; an element nobody asks for has none, and is skipped.
 */
final class Collector {
    private static final int BULKY = 1 << 20;
    private static final int MOST_WAYS = 4;

    private final FramePool frames;
    private final boolean severalWays;
    private final Node root;
    private final Limits limits;
    private final Characters text = new Characters();
    private final OpenElements open = new OpenElements();
    private final List<Unread> unread = new ArrayList<>();
    private int elements;
    private int collecting;
    private Frame record;

    Collector(Shape shape, Limits limits) {
        this.limits = limits;
        this.root = shape.root();
        this.severalWays = shape.hasDescendants();
        this.frames = new FramePool(shape.pools());
        this.record = frames.next(root, null, null);
    }

    void begin() {
        frames.reset();
        text.clear();
        unread.clear();
        open.clear();
        elements = 0;
        collecting = 0;
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

    Limits limits() {
        return limits;
    }

    /** The record's own element opens. */
    void enterRecord(String local) throws UnreadableRecordException {
        deeper();
        open(root, record, local);
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
        return open.size() > to || collecting > 0;
    }

    /** Counts an element, wanted or not, at a depth below the present one. */
    void count(int below) throws UnreadableRecordException {
        if (open.depth() + below > limits.depth()) {
            throw tooLarge("more than " + limits.depth() + " levels");
        }
        if (++elements > limits.elements()) {
            throw tooLarge("more than " + limits.elements() + " elements");
        }
        // Elements in elements can be reached by // in many ways; each way counts.
        if (frames.taken() > MOST_WAYS * (long) limits.elements()) {
            throw tooLarge("too many elements within elements of the same name");
        }
    }

    static UnreadableRecordException tooLarge(String what) {
        return new UnreadableRecordException("too_large", "the record has " + what, 0, 0);
    }

    private void deeper() throws UnreadableRecordException {
        count(1);
        open.deeper();
    }

    private void match(Entry entry, String uri, String local) {
        Node node = entry.node;
        Frame frame = entry.frame;
        Frame up = entry.up;
        Frame newest = up;
        for (Node child : node.table.get(local)) {
            String wanted = child.test.uri();
            if (wanted == null || wanted.equals(uri)) {
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
        entry.node = node;
        entry.frame = frame;
        entry.up = up;
        entry.textFrom = text.length();
        if (node.closes) {
            entry.ownText = node.ownText >= 0 ? new StringBuilder() : null;
            collecting++;
        }
    }

    boolean wantsAttributes() {
        for (int i = open.top(); i < open.size(); i++) {
            if (open.get(i).node.attributes.length > 0) {
                return true;
            }
        }
        return false;
    }

    boolean collects() {
        return collecting > 0;
    }

    /** An attribute of the element just opened. A bare name never means one of XML Schema's own. */
    void attribute(String uri, String local, String value) {
        for (int i = open.top(); i < open.size(); i++) {
            Node node = open.get(i).node;
            for (Node.AttributeCell wanted : node.attributes) {
                if (wanted.test.matches(uri, local) && (wanted.test.uri() != null || !uri.equals(Namespaces.XSI))) {
                    open.get(i).frame.object(wanted.cell, value);
                }
            }
        }
    }

    /** An attribute of XML Schema's instance namespace, of the element just opened. */
    void instance(String local, String value) {
        String bare = value.strip();
        if (local.equals("nil") && (bare.equals("true") || bare.equals("1"))) {
            nil();
        } else if (local.equals("type")) {
            type(bare.substring(bare.indexOf(':') + 1));
        }
    }

    private void type(String local) {
        for (int i = open.top(); i < open.size(); i++) {
            if (open.get(i).node.type >= 0) {
                open.get(i).frame.object(open.get(i).node.type, local);
            }
        }
    }

    /** The element just opened says that it has no value. */
    void nil() {
        for (int i = open.top(); i < open.size(); i++) {
            Node node = open.get(i).node;
            if (node.text >= 0) {
                open.get(i).frame.nil(node.text);
            }
            if (node.framed && !node.deep) {
                open.get(i).frame.nil = true;
            }
        }
    }

    /** Characters of the element just opened, or of one it stands in. */
    void characters(char[] characters, int start, int length) throws UnreadableRecordException {
        if (text.length() - open.get(0).textFrom + length > limits.text() && tooLong(length)) {
            throw tooLarge("a text of more than " + limits.text() + " characters");
        }
        text.append(characters, start, length);
        for (int i = open.top(); i < open.size(); i++) {
            StringBuilder own = open.get(i).ownText;
            if (own != null) {
                own.append(characters, start, length);
            }
        }
    }

    private boolean tooLong(int more) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).node.collects && text.length() - open.get(i).textFrom + more > limits.text()) {
                return true;
            }
        }
        return false;
    }

    /** The element just opened is a JSON value other than a text. */
    void value(Object value) {
        for (int i = open.top(); i < open.size(); i++) {
            Node node = open.get(i).node;
            if (node.text >= 0) {
                open.get(i).frame.object(node.text, value);
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

    /** Reads a document held in a text, in the place of that text. */
    private void held(Node holder, Node node, Frame frame, String document) throws UnreadableRecordException {
        if (document.isBlank()) {
            return;
        }
        int level = open.depth();
        int before = collecting;
        deeper();
        open(holder, holder.framed ? frames.next(holder, frame, null) : frame, "");
        try {
            if (holder.held == Format.XML) {
                XmlSource.readHeld(document, this);
            } else {
                JsonSource.readHeld(document, this);
            }
            leave();
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
