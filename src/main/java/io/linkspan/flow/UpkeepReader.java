package io.linkspan.flow;

import io.linkspan.flow.Upkeep.Absence;
import io.linkspan.flow.Upkeep.Listed;
import io.linkspan.system.Pull;
import io.linkspan.system.Pull.Paging;
import io.linkspan.system.answer.Beside;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code from.get}, {@code from.keys} and {@code from.deleted}. */
final class UpkeepReader {
    private static final int MOST = 1000;
    private static final int SHARE = 10;

    private final SectionReader from;
    private final @Nullable YamlNode namespaces;
    private final Beside beside;
    private final Problems problems;

    UpkeepReader(SectionReader from, @Nullable YamlNode namespaces, Beside beside, Problems problems) {
        this.from = from;
        this.namespaces = namespaces;
        this.beside = beside;
        this.problems = problems;
    }

    /**
     * What the file says.
     *
     * @param leaveOut paths dropped from every record
     * @param target whether the flow says what becomes of a deleted record at its target
     */
    Upkeep read(List<String> leaveOut, boolean target) {
        SectionReader deleted = from.section("deleted");
        if (deleted != null && !target) {
            from.error(
                    "deleted",
                    "missing-key",
                    "'deleted' says how deletions are noticed, but not what becomes of them",
                    "write to: { delete: 'DELETE /path/{key}' }");
        }
        return new Upkeep(
                get(leaveOut),
                list(from.section("keys")),
                deleted == null ? Set.of() : marks(deleted),
                deleted == null || !deleted.has("operation") ? null : deletions(deleted),
                deleted == null || !deleted.flag("absent") ? null : absence(deleted));
    }

    private @Nullable Pull get(List<String> leaveOut) {
        SectionReader get = from.section("get");
        if (get == null) {
            return null;
        }
        String operation = get.text("operation");
        String request = get.text("request");
        String record = get.path("record");
        Set<String> used = Templates.check(get.node("request"), Templates.Of.KEY, problems);
        if (request != null && !used.contains("key")) {
            get.error(
                    "request",
                    "unused-variable",
                    "the request does not say which record is asked for",
                    "put ${key} where the record's key belongs");
        }
        return operation == null || request == null || record == null
                ? null
                : new Pull(
                        operation,
                        request,
                        get.text("soapAction"),
                        record,
                        get.text("answer"),
                        new Paging.None(),
                        FromReader.errors(get),
                        null,
                        leaveOut,
                        beside);
    }

    private Set<String> marks(SectionReader deleted) {
        Set<String> values = deleted.texts("values");
        if (deleted.has("field") && values.isEmpty()) {
            deleted.error("field", "missing-key", "'field' stands without its values", "write values: [J]");
        }
        boolean any = deleted.has("field") || deleted.has("operation") || deleted.flag("absent");
        if (!any) {
            from.error(
                    "deleted",
                    "missing-key",
                    "'deleted' does not say how deletions are noticed",
                    "write field and values, an operation with its request, or absent: true");
        }
        return values;
    }

    private @Nullable Listed deletions(SectionReader deleted) {
        for (String key : List.of("request", "records", "key")) {
            if (!deleted.has(key)) {
                deleted.missing(key);
            }
        }
        if (from.has("version") && !deleted.has("version")) {
            deleted.error(
                    "operation",
                    "missing-key",
                    "records have a version and deletions have none, so nobody could tell which came last",
                    "write version: with the path of the deletion's time");
        }
        return list(deleted);
    }

    private Absence absence(SectionReader deleted) {
        if (!from.has("keys")) {
            deleted.error(
                    "absent",
                    "missing-key",
                    "nothing says how the full list of keys is had",
                    "write from: { keys: … }, or absent: false");
        }
        return new Absence(deleted.count("most", MOST), deleted.count("share", SHARE));
    }

    /** A list by its section; null where there is none, or too little of it could be read. */
    private @Nullable Listed list(@Nullable SectionReader list) {
        if (list == null) {
            return null;
        }
        String operation = list.text("operation");
        String request = list.text("request");
        String records = list.path("records");
        Set<String> used = Templates.check(list.node("request"), Templates.Of.LIST, problems);
        Paging paging = new PagingReader(list, used).paging();
        boolean dated = list.declares("since");
        Since since = dated ? SinceReader.read(list) : null;
        RecordFacts facts =
                RecordFacts.compile(list, dated ? list.section("since") : null, since, null, namespaces, problems);
        if (operation == null || request == null || records == null || facts == null) {
            return null;
        }
        Pull pull = new Pull(
                operation,
                request,
                list.text("soapAction"),
                records,
                list.text("answer"),
                paging,
                FromReader.errors(list),
                null,
                List.of(),
                beside);
        return new Listed(pull, since, facts);
    }
}
