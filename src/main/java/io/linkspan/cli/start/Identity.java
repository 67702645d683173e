package io.linkspan.cli.start;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a record is known by.
 *
 * @param key the field that tells it from others
 * @param version the field that tells its states apart; null where none looks like it
 * @param changed the field that says when it was changed; null where none looks like it
 */
record Identity(
        @Nullable SourceField key,
        @Nullable SourceField version,
        @Nullable SourceField changed) {
    private static final String CHANGED = ".*((?<!ex)chang|modif|updat|tms$|lastwrite).*";

    private static final List<String> NUMBERS = List.of("number", "id", "code", "ref");

    static Identity of(List<SourceField> fields, String record) {
        return of(fields, record, null);
    }

    /** With the name of the key in the list, where that only names the records. */
    static Identity of(List<SourceField> fields, String record, @Nullable String listed) {
        List<SourceField> values = fields.stream()
                .filter(field -> !field.list() && !field.unknown())
                .toList();
        SourceField changed = values.stream()
                .filter(field -> plain(field).matches(CHANGED) && !plain(field).matches(".*(by|user|login|author).*"))
                .findFirst()
                .orElse(null);
        Optional<SourceField> counted = values.stream()
                .filter(field -> plain(field).matches("rev|revision|version|rowversion|timestamp"))
                .findFirst();
        return new Identity(
                key(values, Words.of(record), listed), changed != null ? changed : counted.orElse(null), changed);
    }

    /** The record's own number, then an id, then whatever comes first. */
    private static @Nullable SourceField key(List<SourceField> values, List<String> record, @Nullable String listed) {
        return values.stream()
                .filter(field -> field.name().equals(listed))
                .findFirst()
                .or(() -> values.stream()
                        .filter(field -> isNumberOf(field, record))
                        .findFirst())
                .or(() -> values.stream()
                        .filter(field -> plain(field).matches("(internal)?id|number|no|nr|ref|code"))
                        .findFirst())
                .or(() -> values.stream()
                        .filter(field -> plain(field).matches("key|guid|uuid"))
                        .findFirst())
                .or(() -> values.stream()
                        .filter(field -> NUMBERS.contains(Words.of(field.path()).getLast()))
                        .findFirst())
                .or(() -> values.stream().findFirst())
                .orElse(null);
    }

    private static boolean isNumberOf(SourceField field, List<String> record) {
        List<String> words = Words.of(field.path());
        return words.size() > 1
                && record.containsAll(words.subList(0, words.size() - 1))
                && NUMBERS.contains(words.getLast());
    }

    private static String plain(SourceField field) {
        return field.path().toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}/]", "");
    }
}
