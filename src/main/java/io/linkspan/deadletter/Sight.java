package io.linkspan.deadletter;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see of one letter.
 *
 * @param original the record as the source gave it, sensitive values hidden where they must be
 * @param edited the same of what a person made of it, or null
 * @param hides finds sensitive values in any text about the record; null where nothing is hidden
 */
public record Sight(
        String original, @Nullable String edited, @Nullable Pattern hides) {
    /** Shorter values stand in too many texts by chance: they are only hidden in the record itself. */
    private static final int SHORTEST = 3;

    static @Nullable Pattern any(Collection<String> values) {
        List<String> longest = values.stream()
                .filter(value -> value.length() >= SHORTEST && !value.equals(RecordMask.HIDDEN))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return longest.isEmpty()
                ? null
                : Pattern.compile(
                        longest.stream().map(Pattern::quote).collect(Collectors.joining("|")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** A text about the record, with the values hidden. */
    public String of(String text) {
        return hides == null ? text : hides.matcher(text).replaceAll(RecordMask.HIDDEN);
    }

    /** The same for a text that may be missing. */
    public @Nullable String orNull(@Nullable String text) {
        return text == null ? null : of(text);
    }

    /** Differences, with the values hidden. */
    public List<Difference> of(List<Difference> differences) {
        return differences.stream()
                .map(one -> new Difference(one.field(), orNull(one.before()), orNull(one.after())))
                .toList();
    }
}
