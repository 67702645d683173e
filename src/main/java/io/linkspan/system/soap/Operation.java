package io.linkspan.system.soap;

import io.linkspan.system.Pull.AnswerErrors;
import io.linkspan.system.answer.AnswerShape;
import io.linkspan.system.answer.Beside;
import io.linkspan.system.answer.RecordScanner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a system, compiled.
 *
 * @param name for logs and metrics
 * @param request what is sent
 * @param soapAction the action, never null
 * @param scanner reads the answer
 * @param expected the element a good answer must have, or null
 * @param errors business errors told in a good answer, or null
 */
record Operation(
        String name,
        RequestTemplate request,
        String soapAction,
        RecordScanner scanner,
        @Nullable String expected,
        @Nullable AnswerErrors errors) {

    /**
     * Compiles an operation.
     *
     * @param records where the records stand, or null
     * @param values further values wanted from the answer
     * @param beside what the records need from beside them
     */
    static Operation of(
            String name,
            String request,
            @Nullable String soapAction,
            @Nullable String records,
            @Nullable String expected,
            Collection<String> values,
            Collection<String> leaveOut,
            @Nullable AnswerErrors errors,
            Beside beside) {
        List<String> wanted = new ArrayList<>(values);
        if (errors != null) {
            wanted.add(errors.path());
            if (errors.message() != null) {
                wanted.add(errors.message());
            }
        }
        AnswerShape shape = new AnswerShape(records, expected, wanted, leaveOut, AnswerShape.Limits.DEFAULT, beside);
        return new Operation(
                name,
                new RequestTemplate(request),
                soapAction == null ? name : soapAction,
                new RecordScanner(shape),
                expected,
                errors);
    }
}
