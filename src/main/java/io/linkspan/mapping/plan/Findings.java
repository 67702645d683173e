package io.linkspan.mapping.plan;

import io.linkspan.mapping.Note;
import io.linkspan.mapping.Unresolved;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be said about a record; the same thing once. */
final class Findings {
    private static final int LONGEST_VALUE = 200;
    private static final String MASK = "***";

    private final Set<Note> errors = new LinkedHashSet<>();
    private final Set<Note> warnings = new LinkedHashSet<>();
    private final Set<Unresolved> unresolved = new LinkedHashSet<>();
    private int quiet;

    void clear() {
        if (!isEmpty()) {
            errors.clear();
            warnings.clear();
            unresolved.clear();
        }
        quiet = 0;
    }

    private boolean isEmpty() {
        return errors.isEmpty() && warnings.isEmpty() && unresolved.isEmpty();
    }

    /** Nothing is noted until {@link #speak}: a value is looked at that will be looked at again. */
    void hush() {
        quiet++;
    }

    void speak() {
        quiet--;
    }

    void error(String label, Field field, String code, String detail, @Nullable Object raw) {
        add(errors, new Note(label, code, field.source(), detail, shown(field, raw), null));
    }

    void error(Note note) {
        add(errors, note);
    }

    void warning(String label, Field field, String code, String detail, @Nullable Object raw) {
        add(warnings, new Note(label, code, field.source(), detail, shown(field, raw), null));
    }

    private void add(Set<Note> notes, Note note) {
        if (quiet == 0) {
            notes.add(note);
        }
    }

    void unresolved(String label, String flow, String key) {
        if (quiet == 0) {
            unresolved.add(new Unresolved(label, flow, key));
        }
    }

    boolean refuses() {
        return !errors.isEmpty() || !unresolved.isEmpty();
    }

    List<Note> errors() {
        return errors.isEmpty() ? List.of() : List.copyOf(errors);
    }

    List<Note> warnings() {
        return warnings.isEmpty() ? List.of() : List.copyOf(warnings);
    }

    List<Unresolved> unresolved() {
        return unresolved.isEmpty() ? List.of() : List.copyOf(unresolved);
    }

    /** The value as a message may show it. */
    static @Nullable String shown(Field field, @Nullable Object raw) {
        if (raw == null || raw instanceof Missing) {
            return null;
        }
        if (field.sensitive()) {
            return MASK;
        }
        String text = raw.toString();
        return text.length() <= LONGEST_VALUE
                ? text
                : text.substring(
                                0,
                                text.offsetByCodePoints(
                                        0, Math.min(LONGEST_VALUE, text.codePointCount(0, LONGEST_VALUE))))
                        + "…";
    }
}
