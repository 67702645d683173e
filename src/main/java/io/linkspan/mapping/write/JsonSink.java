package io.linkspan.mapping.write;

import java.util.Arrays;

/** Writes a record as JSON. */
public final class JsonSink extends Sink {
    private boolean[] lists = new boolean[16];
    private int depth;

    @Override
    public void begin() {
        out.truncate(0);
        depth = 0;
        out.add('{');
    }

    @Override
    public byte[] finish() {
        out.add('}');
        return out.copy();
    }

    @Override
    public void startObject(Name name) {
        key(name);
        out.add('{');
        push(false);
    }

    @Override
    public void endObject(Name name) {
        out.add('}');
        depth--;
    }

    @Override
    public void startList(Name name) {
        key(name);
        out.add('[');
        push(true);
    }

    @Override
    public void endList(Name name) {
        out.add(']');
        depth--;
    }

    @Override
    public void text(Name name, String text) {
        key(name);
        JsonText.write(out, text);
    }

    @Override
    public void text(Name name, char[] text, int start, int length) {
        key(name);
        JsonText.write(out, text, start, length);
    }

    @Override
    public void nothing(Name name) {
        plain(name, "null");
    }

    @Override
    void number(Name name, long number) {
        key(name);
        out.number(number);
    }

    @Override
    public void decimal(Name name, long unscaled, int scale) {
        key(name);
        out.decimal(unscaled, scale);
    }

    @Override
    void plain(Name name, String digitsOrWord) {
        key(name);
        out.ascii(digitsOrWord);
    }

    @Override
    public long mark() {
        return out.length();
    }

    @Override
    public void cancelObject(long mark) {
        out.truncate((int) mark);
        depth--;
    }

    @Override
    public boolean hasDropped() {
        return false;
    }

    private void push(boolean list) {
        if (++depth == lists.length) {
            lists = Arrays.copyOf(lists, depth * 2);
        }
        lists[depth] = list;
    }

    /** A comma where something stands before, and the key where this is no list. */
    private void key(Name name) {
        byte last = out.last();
        boolean first = last == '{' || last == '[';
        if (!lists[depth]) {
            out.add(name.key, first ? 1 : 0);
        } else if (!first) {
            out.add(',');
        }
    }
}
