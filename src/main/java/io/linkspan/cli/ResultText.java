package io.linkspan.cli;

import io.linkspan.mapping.MappingResult;
import io.linkspan.mapping.Note;
import io.linkspan.mapping.Traced;
import io.linkspan.mapping.Unresolved;
import java.util.ArrayList;
import java.util.List;

/** What became of a record, in lines for people. */
final class ResultText {
    private ResultText() {}

    /** One line for each error, warning and reference the record waits for. */
    static List<String> findings(String record, MappingResult result) {
        List<String> lines = new ArrayList<>();
        result.errors().forEach(error -> lines.add(record + ": error: " + note(error)));
        for (Unresolved reference : result.unresolved()) {
            lines.add(record + ": waits: " + reference.field() + " refers to " + reference.flow() + " "
                    + reference.key() + ", which the target does not hold yet (name known ids with --references)");
        }
        result.warnings().forEach(warning -> lines.add(record + ": warning: " + note(warning)));
        return lines;
    }

    /** How each field came to be. */
    static List<String> trace(MappingResult result) {
        List<String> lines = new ArrayList<>();
        for (Traced field : result.trace()) {
            String from = field.source().isEmpty() ? "" : field.source() + " = ";
            lines.add("  " + field.field() + ": " + from + field.raw());
            field.steps().forEach(step -> lines.add("      " + step));
            lines.add("      = " + field.result() + reason(field, result));
        }
        return lines;
    }

    /** Why an error came of a field. */
    private static String reason(Traced field, MappingResult result) {
        if (!field.result().equals("(error)")) {
            return "";
        }
        return result.errors().stream()
                .filter(error -> error.field().equals(field.field()))
                .findFirst()
                .map(error -> " " + error.code() + ": " + error.detail())
                .orElse("");
    }

    private static String note(Note note) {
        String field = note.field().isEmpty() ? "" : note.field() + " ";
        String source = note.source().isEmpty() ? "" : " from " + note.source();
        String value = note.value() == null ? "" : " (value '" + note.value() + "')";
        String other = note.other() == null ? "" : " (with " + note.other() + ")";
        return field + note.code() + source + ": " + note.detail() + value + other;
    }
}
