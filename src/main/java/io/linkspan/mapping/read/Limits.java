package io.linkspan.mapping.read;

import io.linkspan.xml.DistinctNames;
import io.linkspan.xml.StartTags;
import java.util.stream.IntStream;

/**
 * How large a record may be. What is beyond ends as one {@link UnreadableRecordException}.
 *
 * @param bytes of the record as it arrives
 * @param depth of elements, or of objects and lists
 * @param elements elements, or JSON values
 * @param attributes of one element
 * @param names different names of elements, attributes and prefixes; only larger records are looked through
 * @param text characters of one text
 */
public record Limits(int bytes, int depth, int elements, int attributes, int names, int text) {
    /** 64 MiB, 200 levels, 1,000,000 elements, 1,000 attributes an element, 10,000 names, 16,000,000 characters a text. */
    public static final Limits DEFAULT =
            new Limits(64 << 20, 200, 1_000_000, StartTags.MOST_ATTRIBUTES, DistinctNames.MOST, 16_000_000);

    /** Each limit is at least 1. */
    public Limits {
        if (IntStream.of(bytes, depth, elements, attributes, names, text).anyMatch(limit -> limit < 1)) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }
}
