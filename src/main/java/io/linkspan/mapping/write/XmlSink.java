package io.linkspan.mapping.write;

import java.nio.charset.StandardCharsets;

/**
 * Writes a record as XML 1.0 in UTF-8. Characters XML cannot carry (section 2.2) are dropped. Namespaces are declared on the
 * root element, {@code xsi} only where something is nil.
 */
public final class XmlSink extends Sink {
    private static final byte[] NIL = bytes(" xsi:nil=\"true\"/>");
    private static final byte[] XSI = bytes(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
    private static final byte[] EMPTY_END = bytes("/>");
    private static final byte[] END = bytes("</");

    private final Name root;
    private final byte[] start;
    private final int declareAt;
    private final boolean declaresXsi;
    private boolean open;
    private boolean nil;
    private boolean dropped;

    /**
     * A sink for one kind of record.
     *
     * @param root the root element's name
     * @param before what stands before the root element: an XML declaration, or nothing
     * @param declarations the root element's namespace declarations, each with a blank before
     * @param declaresXsi whether {@code xsi} is among them
     */
    public XmlSink(Name root, String before, String declarations, boolean declaresXsi) {
        this.declaresXsi = declaresXsi;
        this.root = root;
        byte[] head = bytes(before + "<" + root.written());
        this.declareAt = head.length;
        this.start = bytes(before + "<" + root.written() + declarations);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void begin() {
        out.truncate(0);
        out.add(start);
        open = true;
        nil = false;
        dropped = false;
    }

    @Override
    public byte[] finish() {
        endObject(root);
        if (nil && !declaresXsi) {
            out.insert(declareAt, XSI);
        }
        return out.copy();
    }

    @Override
    public void startObject(Name name) {
        startTag(name);
        open = true;
    }

    @Override
    public void endObject(Name name) {
        if (open) {
            out.add(EMPTY_END);
            open = false;
        } else {
            endTag(name);
        }
    }

    @Override
    public void startList(Name name) {
        // A list is its element several times.
    }

    @Override
    public void endList(Name name) {
        // A list is its element several times.
    }

    @Override
    public void text(Name name, String text) {
        before(name);
        XmlText.Fate fate = XmlText.write(out, text, name.attribute);
        dropped |= fate == XmlText.Fate.DROPPED;
        after(name);
    }

    @Override
    public void text(Name name, char[] text, int from, int length) {
        text(name, new String(text, from, length));
    }

    @Override
    public void nothing(Name name) {
        if (!name.attribute && !name.text) {
            startTag(name);
            out.add(NIL);
            nil = true;
        }
    }

    @Override
    void number(Name name, long number) {
        before(name);
        out.number(number);
        after(name);
    }

    @Override
    public void decimal(Name name, long unscaled, int scale) {
        before(name);
        out.decimal(unscaled, scale);
        after(name);
    }

    @Override
    void plain(Name name, String digitsOrWord) {
        before(name);
        out.ascii(digitsOrWord);
        after(name);
    }

    @Override
    public long mark() {
        return (long) out.length() << 1 | (open ? 1 : 0);
    }

    @Override
    public void cancelObject(long mark) {
        out.truncate((int) (mark >> 1));
        open = (mark & 1) == 1;
    }

    @Override
    public boolean hasDropped() {
        boolean was = dropped;
        dropped = false;
        return was;
    }

    private void before(Name name) {
        if (name.attribute) {
            out.add(' ');
            out.add(name.element);
            out.add('=');
            out.add('"');
        } else if (name.text) {
            content();
        } else {
            startTag(name);
            out.add('>');
        }
    }

    private void after(Name name) {
        if (name.attribute) {
            out.add('"');
        } else if (!name.text) {
            endTag(name);
        }
    }

    /** The element around has content: its start tag ends here. */
    private void content() {
        if (open) {
            out.add('>');
            open = false;
        }
    }

    private void startTag(Name name) {
        content();
        out.add('<');
        out.add(name.element);
    }

    private void endTag(Name name) {
        out.add(END);
        out.add(name.element);
        out.add('>');
    }
}
