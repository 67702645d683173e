package io.linkspan.mapping;

import io.linkspan.record.Payload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a record.
 *
 * @param output the target record; null when there are errors or unresolved references
 * @param warnings what somebody should know
 * @param errors all of the record's, each with its field; a record that cannot be read has one, with an empty field
 * @param unresolved references to records the target does not hold yet
 * @param trace how each field came to be; empty unless asked for
 */
public record MappingResult(
        @Nullable Payload output,
        List<Note> warnings,
        List<Note> errors,
        List<Unresolved> unresolved,
        List<Traced> trace) {
    /** Says how much there is, never what. */
    @Override
    public String toString() {
        return "MappingResult[" + (output == null ? "nothing" : output) + ", " + warnings.size() + " warnings, "
                + errors.size() + " errors, " + unresolved.size() + " unresolved]";
    }
}
