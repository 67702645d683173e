package io.linkspan.mapping;

import java.util.List;

/**
 * How one field came to be.
 *
 * @param field the target field
 * @param source where it is read, as written
 * @param raw the source value as it was found; {@code (absent)}, {@code (nil)}
 * @param steps each function with what it gave, in order: {@code trim → "x"}
 * @param result what was written, or why nothing was
 */
public record Traced(String field, String source, String raw, List<String> steps, String result) {}
