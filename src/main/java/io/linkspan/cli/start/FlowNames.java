package io.linkspan.cli.start;

import io.linkspan.cli.start.Origin.Call;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Proposes what a flow is called. */
public final class FlowNames {
    private static final int LONGEST = 60;

    private FlowNames() {}

    /** After the operation or the record: {@code getListOfThirdParties} makes {@code third-parties}. */
    public static String after(Origin origin) {
        Call call = origin.call();
        String name = call == null ? origin.record().name() : about(origin, call);
        String flow = name.replaceAll("(?<=[\\p{Lower}\\d])(?=\\p{Upper})", "-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String named = flow.matches("[a-z].*") ? flow : ("records-" + flow).replaceAll("-+$", "");
        return named.substring(0, Math.min(LONGEST, named.length()));
    }

    /** What an operation is about; where its name does not say so, the record's, or what holds the records. */
    private static String about(Origin origin, Call call) {
        String bare = call.operation()
                .replaceFirst("^(?i)bapi_", "")
                .replaceFirst(
                        "^(?i)(get|list|read|find|fetch|query|search|retrieve|describe|poll)(List)?(Of|All|Multiple)?(?=[\\p{Upper}_]|$)",
                        "")
                .replaceFirst("(?i)_?(get)?(list|multiple)$", "");
        if (!bare.replace("_", "").isEmpty()) {
            return bare;
        }
        List<String> steps = Stream.of(origin.records().split("/", -1))
                .filter(step -> !step.matches("(?i)item|record|row|entry|element|\\.|.*(result|response|list)"))
                .toList();
        String record = origin.record().name();
        String named =
                !record.matches("(?i)item|record|row|entry|element") || steps.isEmpty() ? record : steps.getLast();
        return named.endsWith("s") ? named : named + "s";
    }
}
