package io.linkspan.mapping;

import org.jspecify.annotations.Nullable;

/**
 * One thing to say about one field of a record: an error or a warning.
 *
 * @param field the target field, entries of lists counted from 0: {@code lines[1].quantity}
 * @param code short and stable, in snake case: {@code required}, {@code not_a_number}
 * @param source the source path or paths, as written; empty for what has none
 * @param detail what was expected, in words, without the value
 * @param value the source value, cut to 200 characters; {@code ***} for a sensitive field; null where there was none
 * @param other the other field a broken rule is about, or null
 */
public record Note(
        String field,
        String code,
        String source,
        String detail,
        @Nullable String value,
        @Nullable String other) {}
