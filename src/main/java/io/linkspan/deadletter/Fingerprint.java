package io.linkspan.deadletter;

import io.linkspan.record.Attempt;
import io.linkspan.record.Outcome;
import io.linkspan.record.Outcome.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is wrong, without what differs from record to record: records that need the same mend have the same fingerprint.
 *
 * @param hash 32 hexadecimal digits
 * @param title in words
 */
record Fingerprint(String hash, String title) {
    private static final int LONGEST_TITLE = 300;
    private static final int MOST_FIELDS = 5;

    static Fingerprint of(String flow, Outcome.Dead why) {
        String remote = why.attempt() == null ? "" : why.attempt().reason();
        String fields = fields(why.errors());
        String said = fields.isEmpty() || why.reason() == Outcome.Reason.REFUSED ? said(why) : "";
        String title = List.of(remote, fields, said).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        String identity = String.join("\n", flow, why.reason().name(), remote, fields, said);
        String hash = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        return new Fingerprint(hash, cut(title.isEmpty() ? why.reason().name() : title));
    }

    /** The third and the seventh entry of a list fail alike. */
    private static String fields(List<FieldError> errors) {
        List<String> fields = errors.stream()
                .map(error -> error.field().replaceAll("\\[\\d+\\]", "[]") + " " + error.code())
                .distinct()
                .sorted()
                .toList();
        String listed = fields.stream().limit(MOST_FIELDS).collect(Collectors.joining(", "));
        return fields.size() > MOST_FIELDS ? listed + ", …" : listed;
    }

    /** Exhausted records differ in what the system said at last, but not in what is to be done. */
    private static String said(Outcome.Dead why) {
        Attempt attempt = why.attempt();
        return why.reason() == Outcome.Reason.EXHAUSTED && attempt != null ? "" : Folding.fold(why.detail());
    }

    private static String cut(String title) {
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }
}
