package io.linkspan.mapping.read;

import io.linkspan.mapping.path.Namespaces;
import io.linkspan.mapping.path.Path.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a document's events and keeps what the shape asks for. For every open element it holds the nodes that mean it, as
 * a stack of entries; an element nobody asks for has none, and is skipped.
 */
public final class Collector {
    private static final int BULKY = 1 << 20;

    private final FramePool frames;
    private final Node root;
    private final Limits limits;
    private final Characters text = new Characters();
    private Entry[] entries = new Entry[32];
    private int[] levels = new int[32];
    private final List<Unread> unread = new ArrayList<>();
    private int size;
    private int depth;
    private int elements;
    private int collecting;
    private Frame record;

    Collector(Shape shape, Limits limits) {
        this.limits = limits;
        this.root = shape.root();
        this.frames = new FramePool(shape.pools());
        Arrays.setAll(entries, i -> new Entry());
        this.record = frames.next(root, null, null);
    }

    /**
     * A document held in a text that could not be read.
     *
     * @param node where the text stands
     * @param detail what is wrong with it
     */
    public record Unread(Node node, String detail) {}

    void begin() {
        frames.reset();
        text.clear();
        unread.clear();
        size = 0;
        depth = 0;
        elements = 0;
        collecting = 0;
        levels[0] = 0;
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
        return text.array().length > BULKY || frames.made() > BULKY / 16 || entries.length > BULKY / 64;
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
        int from = levels[depth];
        int to = size;
        deeper();
        for (int i = from; i < to; i++) {
            match(entries[i], uri, local);
        }
        return size > to || collecting > 0;
    }

    /** Counts an element, wanted or not, at a depth below the present one. */
    void count(int below) throws UnreadableRecordException {
        if (depth + below > limits.depth()) {
            throw tooLarge("more than " + limits.depth() + " levels");
        }
        if (++elements > limits.elements()) {
            throw tooLarge("more than " + limits.elements() + " elements");
        }
    }

    static UnreadableRecordException tooLarge(String what) {
        return new UnreadableRecordException("too_large", "the record has " + what, 0, 0);
    }

    private void deeper() throws UnreadableRecordException {
        count(1);
        if (++depth == levels.length) {
            levels = Arrays.copyOf(levels, depth * 2);
        }
        levels[depth] = size;
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
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
            Arrays.setAll(entries, i -> entries[i] == null ? new Entry() : entries[i]);
        }
        Entry entry = entries[size++];
        entry.node = node;
        entry.frame = frame;
        entry.up = up;
        entry.textFrom = text.length();
        entry.ownText = node.ownText >= 0 ? new StringBuilder() : null;
        if (node.collects() || node.ownText >= 0) {
            collecting++;
        }
    }

    boolean wantsAttributes() {
        for (int i = levels[depth]; i < size; i++) {
            if (entries[i].node.attributes.length > 0) {
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
        for (int i = levels[depth]; i < size; i++) {
            Node node = entries[i].node;
            for (Node.AttributeCell wanted : node.attributes) {
                if (wanted.test.matches(uri, local) && (wanted.test.uri() != null || !uri.equals(Namespaces.XSI))) {
                    entries[i].frame.object(wanted.cell, value);
                }
            }
        }
    }

    /** The element just opened says of which type it is. */
    void type(String local) {
        for (int i = levels[depth]; i < size; i++) {
            if (entries[i].node.type >= 0) {
                entries[i].frame.object(entries[i].node.type, local);
            }
        }
    }

    /** The element just opened says that it has no value. */
    void nil() {
        for (int i = levels[depth]; i < size; i++) {
            Node node = entries[i].node;
            if (node.text >= 0) {
                entries[i].frame.nil(node.text);
            }
            if (node.framed && !node.deep) {
                entries[i].frame.nil = true;
            }
        }
    }

    /** Characters of the element just opened, or of one it stands in. */
    void characters(char[] characters, int start, int length) throws UnreadableRecordException {
        if (text.length() - entries[0].textFrom + length > limits.text() && tooLong(length)) {
            throw tooLarge("a text of more than " + limits.text() + " characters");
        }
        text.append(characters, start, length);
        for (int i = levels[depth]; i < size; i++) {
            StringBuilder own = entries[i].ownText;
            if (own != null) {
                own.append(characters, start, length);
            }
        }
    }

    private boolean tooLong(int more) {
        for (int i = 0; i < size; i++) {
            if (entries[i].node.collects() && text.length() - entries[i].textFrom + more > limits.text()) {
                return true;
            }
        }
        return false;
    }

    /** The element just opened is a JSON value other than a text. */
    void value(Object value) {
        for (int i = levels[depth]; i < size; i++) {
            Node node = entries[i].node;
            if (node.text >= 0) {
                entries[i].frame.object(node.text, value);
            }
        }
    }

    /** The element opened last ends. */
    void leave() throws UnreadableRecordException {
        int from = levels[depth];
        for (int i = from; i < size; i++) {
            close(entries[i]);
        }
        size = from;
        depth--;
    }

    private void close(Entry entry) throws UnreadableRecordException {
        Node node = entry.node;
        if (entry.ownText != null) {
            entry.frame.object(node.ownText, entry.ownText.toString());
        }
        if (node.collects() || entry.ownText != null) {
            collecting--;
        }
        if (node.collects()) {
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
        int level = depth;
        int top = size;
        int open = collecting;
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
            unread.add(new Unread(node, String.valueOf(bad.getMessage())));
        }
        depth = level;
        size = top;
        collecting = open;
    }

    /** A node that means an open element, and where its values go. */
    private static final class Entry {
        private Node node = Node.NOBODY;
        private Frame frame = Frame.NOWHERE;
        private @Nullable Frame up;
        private @Nullable StringBuilder ownText;
        private int textFrom;
    }
}
