package io.linkspan.mapping.read;

import io.linkspan.record.StartTags;

/**
 * How large a record may be. What is beyond ends as one {@link UnreadableRecordException}.
 *
 * @param bytes of the record as it arrives
 * @param depth of elements, or of objects and lists
 * @param elements elements, or JSON values
 * @param attributes of one element
 * @param text characters of one text
 */
public record Limits(int bytes, int depth, int elements, int attributes, int text) {
    /** 64 MiB, 200 levels, 1,000,000 elements, 1,000 attributes an element, 16,000,000 characters a text. */
    public static final Limits DEFAULT = new Limits(64 << 20, 200, 1_000_000, StartTags.MOST_ATTRIBUTES, 16_000_000);

    /** Each limit is at least 1. */
    public Limits {
        if (Math.min(Math.min(bytes, depth), Math.min(elements, Math.min(attributes, text))) < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }
}
