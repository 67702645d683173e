package io.linkspan.admin.letters;

import io.linkspan.deadletter.Difference;
import io.linkspan.deadletter.DryRun;
import io.linkspan.deadletter.Sight;
import io.linkspan.record.Outcome.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mapping in force would make of a letter, as the API shows it. */
record DryRunView(
        String mappingVersion,
        boolean mappingChanged,
        @Nullable String output,
        List<FieldError> errors,
        List<String> waitsFor,
        List<Difference> difference) {
    static DryRunView of(DryRun run, Sight sight) {
        return new DryRunView(
                run.mappingHash(),
                run.mappingChanged(),
                sight.orNull(run.output()),
                run.errors().stream()
                        .map(note -> new FieldError(note.field(), note.code(), note.source(), sight.of(note.detail())))
                        .toList(),
                run.waitsFor(),
                sight.of(run.difference()));
    }
}
