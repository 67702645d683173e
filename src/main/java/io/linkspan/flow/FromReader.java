package io.linkspan.flow;

import io.linkspan.system.Pull;
import io.linkspan.system.Pull.AnswerErrors;
import io.linkspan.system.Pull.Detail;
import io.linkspan.system.Pull.Paging;
import io.linkspan.system.answer.Beside;
import io.linkspan.yaml.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code from}. */
final class FromReader {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Problems problems;
    private final Beside beside;

    FromReader(Problems problems, Beside beside) {
        this.problems = problems;
        this.beside = beside;
    }

    /** What {@code from.pull} asks for, or null where too little of it could be read. */
    @Nullable
    Pull pull(SectionReader pull) {
        String records = pull.path("records");
        String operation = pull.text("operation");
        String request = pull.text("request");
        Set<String> used = Templates.check(pull.node("request"), Templates.Of.LIST, problems);
        checkSince(pull, used);
        Paging paging = new PagingReader(pull, used).paging();
        AnswerErrors errors = errors(pull);
        Detail detail = detail(pull);
        if (records == null || operation == null || request == null) {
            return null;
        }
        return new Pull(
                operation,
                request,
                pull.text("soapAction"),
                records,
                pull.text("answer"),
                paging,
                errors,
                detail,
                List.copyOf(pull.texts("leaveOut")),
                beside);
    }

    static Duration every(SectionReader pull) {
        Duration every = pull.span("every", EVERY);
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            pull.error(
                    "every",
                    "wrong-value",
                    "a pull every " + every.toMillis() + " ms is too often",
                    "write 1s or more");
            return EVERY;
        }
        return every;
    }

    private static void checkSince(SectionReader pull, Set<String> used) {
        if (pull.has("since") && !used.contains("since")) {
            pull.warning(
                    "since",
                    "unused-variable",
                    "the request does not use ${since}, so every pull asks for everything",
                    "put ${since} into the request, or leave 'since' out");
        }
        if (!pull.has("since") && used.contains("since")) {
            pull.error(
                    "request",
                    "unknown-variable",
                    "the request uses ${since}, but nothing says which field it follows",
                    "write since: { field: ChangedAt } under pull");
        }
    }

    /** The business errors a section names, or null. */
    static @Nullable AnswerErrors errors(SectionReader outer) {
        SectionReader errors = outer.section("errors");
        String path = errors == null ? null : errors.path("path");
        if (errors == null || path == null) {
            return null;
        }
        return new AnswerErrors(
                path,
                errors.texts("good"),
                errors.texts("retriable"),
                errors.texts("login"),
                errors.texts("notFound"),
                errors.path("message"));
    }

    private @Nullable Detail detail(SectionReader pull) {
        SectionReader detail = pull.section("detail");
        if (detail == null) {
            return null;
        }
        String operation = detail.text("operation");
        String request = detail.text("request");
        String record = detail.path("record");
        Set<String> used = Templates.check(detail.node("request"), Templates.Of.RECORD, problems);
        if (request != null && used.stream().noneMatch(name -> name.startsWith("record."))) {
            detail.error(
                    "request",
                    "unused-variable",
                    "the detail request names nothing of the listed record, so every detail would be the same",
                    "put ${record.PATH} where the record's id belongs");
        }
        AnswerErrors errors = errors(detail);
        if (operation == null || request == null || record == null) {
            return null;
        }
        return new Detail(operation, request, detail.text("soapAction"), record, errors);
    }
}
