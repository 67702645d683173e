package io.linkspan.mapping.read;

import io.linkspan.record.Payload;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record's values after it was read, and the room they lie in, used again for the next record. Not safe for several
 * threads.
 */
public final class Reading {
    private final Collector collector;
    private final Limits limits;
    private final Joins joins = new Joins();

    @Nullable
    Frame found;

    /** A reading for records of one shape. */
    public Reading(Shape shape, Limits limits) {
        this.limits = limits;
        this.collector = new Collector(shape, limits);
    }

    /** Reads a record; what was read before is gone. */
    public void read(Payload record) throws UnreadableRecordException {
        collector.begin();
        joins.clear();
        if (record.bytes().length > limits.bytes()) {
            throw new UnreadableRecordException(
                    "too_large", "the record has more than " + limits.bytes() + " bytes", 0, 0);
        }
        switch (record.format()) {
            case XML -> XmlSource.read(record.bytes(), collector);
            case JSON -> JsonSource.read(record.bytes(), collector);
        }
    }

    /** The frame of the record itself. */
    public Frame record() {
        return collector.record();
    }

    Joins joins() {
        return joins;
    }

    /** Documents held in texts that could not be read. */
    public List<Unread> unread() {
        return collector.unread();
    }

    /** Whether the reading has grown so large that keeping it would be a waste. */
    public boolean isBulky() {
        return collector.isBulky();
    }

    /** Whether the value says that there is none. */
    public boolean isNil(Frame frame, int cell) {
        return cell < 0 ? cell == Way.ELEMENT && frame.nil : frame.lengths[cell] == Frame.NIL;
    }

    /** Whether the cell holds characters, which {@link #characters} with {@link #start} and {@link #length} gives. */
    public boolean isSlice(Frame frame, int cell) {
        return cell >= 0 && frame.lengths[cell] >= 0;
    }

    /** The characters of all slices. */
    public char[] characters() {
        return collector.characters();
    }

    /** Where a slice begins. */
    public int start(Frame frame, int cell) {
        return frame.starts[cell];
    }

    /** How long a slice is. */
    public int length(Frame frame, int cell) {
        return frame.lengths[cell];
    }

    /** A cell's value: a text, or what JSON says beside texts; null where absent or nil. */
    public @Nullable Object value(Frame frame, int cell) {
        if (cell >= 0) {
            int length = frame.lengths[cell];
            return length >= 0
                    ? new String(collector.characters(), frame.starts[cell], length)
                    : length == Frame.OBJECT ? frame.objects[cell] : null;
        }
        return switch (cell) {
            case Way.POSITION -> (Long) (long) frame.position();
            case Way.LEVEL -> (Long) (long) frame.level;
            default -> "";
        };
    }

    /** A cell's value as a text; null where absent or nil. */
    public @Nullable String text(Frame frame, int cell) {
        Object value = value(frame, cell);
        return value instanceof BigDecimal number ? plain(number) : value == null ? null : value.toString();
    }

    private static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) < 1_000 ? number.toPlainString() : number.toString();
    }

    boolean isText(Frame frame, int cell, String text) {
        if (!isSlice(frame, cell)) {
            return text.equals(text(frame, cell));
        }
        int length = frame.lengths[cell];
        if (length != text.length()) {
            return false;
        }
        char[] characters = collector.characters();
        int start = frame.starts[cell];
        for (int i = 0; i < length; i++) {
            if (characters[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
