package io.linkspan.mapping.plan;

import io.linkspan.mapping.Note;
import org.jspecify.annotations.Nullable;

/**
 * A rule over several fields. Broken when it is false for certain: a rule about a value that is not there holds.
 *
 * @param other the label of the other field, or null
 */
record Check(
        Bound rule,
        Part part,
        Scope scope,
        String code,
        String message,
        @Nullable String other) {
    void apply(Run run) {
        if (Boolean.FALSE.equals(rule.value(run))) {
            Object value = part.value(run, run.memory().frame(scope));
            Field field = part.field;
            run.findings.error(
                    new Note(run.label(field), code, field.source(), message, Findings.shown(field, value), other));
        }
    }
}
