package io.linkspan.mapping.write;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Takes a target record value by value, in the order it is to have. Used again for the next record. */
public abstract sealed class Sink permits JsonSink, XmlSink {
    /** Decimal places or zeros beyond which a number is not written out: nobody means a number of ten thousand digits. */
    private static final int MOST_DIGITS = 10_000;

    /** As many digits a {@code long} holds in any case. */
    private static final int FEW_DIGITS = 18;

    private static final int BULKY = 1 << 20;

    final Bytes out = new Bytes(2048);

    /** Begins a record. */
    public abstract void begin();

    /** Ends the record and gives its bytes. */
    public abstract byte[] finish();

    /** Begins an object. */
    public abstract void startObject(Name name);

    /** Ends the object begun last. */
    public abstract void endObject(Name name);

    /** Begins a list; its entries are written under the same name. */
    public abstract void startList(Name name);

    /** Ends the list begun last. */
    public abstract void endList(Name name);

    /** Writes a text. */
    public abstract void text(Name name, String text);

    /** Writes a slice as a text. */
    public abstract void text(Name name, char[] text, int start, int length);

    /** Writes nothing, explicitly. */
    public abstract void nothing(Name name);

    abstract void number(Name name, long number);

    /** Writes a number of 18 digits at most, so many of them behind the point. */
    public abstract void decimal(Name name, long unscaled, int scale);

    abstract void plain(Name name, String digitsOrWord);

    /** Where writing stands, for {@link #cancelObject}. */
    public abstract long mark();

    /** Forgets the object begun last, and all that was written since the mark before it. */
    public abstract void cancelObject(long mark);

    /** Whether characters were dropped since this was last asked. */
    public abstract boolean hasDropped();

    /** How much has been written. */
    public final int size() {
        return out.length();
    }

    /** Whether the sink has grown so large that keeping it would be a waste. */
    public final boolean isBulky() {
        return out.capacity() > BULKY;
    }

    /**
     * Writes a single value by its type.
     *
     * @return false for a number too large to be written out
     */
    public final boolean value(Name name, Object value) {
        if (value instanceof BigDecimal number) {
            return decimal(name, number);
        }
        switch (value) {
            case String text -> text(name, text);
            case Long number -> number(name, number);
            case Integer number -> number(name, number);
            case Boolean truth -> plain(name, truth.toString());
            case BigInteger number -> plain(name, number.toString());
            case LocalDateTime time -> text(name, DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
            case OffsetDateTime time -> text(name, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
            default -> text(name, value.toString());
        }
        return true;
    }

    private boolean decimal(Name name, BigDecimal number) {
        int scale = number.scale();
        if (scale > 0 && scale <= FEW_DIGITS && number.precision() <= FEW_DIGITS) {
            decimal(name, number.unscaledValue().longValue(), scale);
            return true;
        }
        boolean fits = Math.abs((long) scale) <= MOST_DIGITS;
        if (fits) {
            plain(name, number.toPlainString());
        }
        return fits;
    }
}
