package io.linkspan.mapping.function;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A value on its short way from the record to the target: characters where they lie in the record, or a number made of
 * them, without an object for each. Steps that know the short way work on it in place ({@link SliceStep}). Used again for
 * the next value; not safe for several threads.
 */
public final class Slice implements CharSequence {
    private static final int ASCII = 0x80;

    final Digits digits = new Digits();
    private char[] record = {};
    private char[] own = new char[256];
    private boolean isOwn;
    private boolean number;
    private int start;
    private int length;

    /** Takes characters of a record, which stay as they are. */
    @SuppressWarnings("ReferenceEquality") // it is the same array nearly always, and storing a reference costs
    public void of(char[] characters, int from, int count) {
        if (record != characters) {
            record = characters;
        }
        isOwn = false;
        number = false;
        start = from;
        length = count;
    }

    /** Begins an empty text of its own. */
    public void clear() {
        isOwn = true;
        number = false;
        start = 0;
        length = 0;
    }

    /** Adds to a text of its own. */
    public void append(String more) {
        more.getChars(0, more.length(), room(length + more.length()), length);
        length += more.length();
    }

    /** Adds another slice's text to a text of its own. */
    public void append(Slice more) {
        System.arraycopy(more.characters(), more.start, room(length + more.length), length, more.length);
        length += more.length;
    }

    /** Whether it has become a number: {@link #unscaled} and {@link #scale}, and no text any longer. */
    public boolean isNumber() {
        return number;
    }

    /** The number's digits, as {@link java.math.BigDecimal#unscaledValue}: 18 at most. */
    public long unscaled() {
        return digits.unscaled;
    }

    /** How many of the digits stand behind the point: 0 to 18. */
    public int scale() {
        return digits.scale;
    }

    /** The characters the text lies in. */
    public char[] characters() {
        return isOwn ? own : record;
    }

    /** Where in them it begins. */
    public int start() {
        return start;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return characters()[start + index];
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return toString().substring(from, to);
    }

    @Override
    public String toString() {
        return new String(characters(), start, length);
    }

    /** Whether there certainly is more in it than blanks, of whatever kind. */
    public boolean hasSubstance() {
        char[] characters = characters();
        for (int i = start; i < start + length; i++) {
            char c = characters[i];
            if (c > ' ') {
                return isPlain(c);
            }
        }
        return false;
    }

    /** Whether the character certainly is no blank of any kind. */
    private static boolean isPlain(char c) {
        return c < ASCII || Character.isLetterOrDigit(c);
    }

    /** Takes ASCII blanks away at both ends; false where there may be others. */
    boolean trim() {
        char[] characters = characters();
        int from = start;
        int to = start + length;
        while (from < to && characters[from] <= ' ') {
            from++;
        }
        while (to > from && characters[to - 1] <= ' ') {
            to--;
        }
        start = from;
        length = to - from;
        return length > 0 && isPlain(characters[from]) && isPlain(characters[to - 1]);
    }

    /** Makes all letters small, or capitals; false where there are others than those of ASCII. */
    boolean toCase(boolean lower) {
        char[] characters = characters();
        char[] changed = room(length);
        char first = lower ? 'A' : 'a';
        for (int i = 0; i < length; i++) {
            char c = characters[start + i];
            if (c >= ASCII) {
                return false;
            }
            changed[i] = (char) (c - first) < 26 ? (char) (c ^ 0x20) : c;
        }
        own(length);
        return true;
    }

    /** Room for characters of its own, with those that are there already. */
    char[] room(int count) {
        if (count > own.length) {
            own = Arrays.copyOf(own, Math.max(count, own.length * 2));
        }
        return own;
    }

    /** The text now is what was put in {@link #room}. */
    void own(int newLength) {
        isOwn = true;
        start = 0;
        length = newLength;
    }

    /** The text has become the number in {@link #digits}. */
    Slice number() {
        number = true;
        return this;
    }

    /** The slice itself, or null. */
    @Nullable
    Slice when(boolean there) {
        return there ? this : null;
    }
}
