package io.linkspan.cli.start;

import io.linkspan.cli.start.Origin.Call;
import java.util.Locale;

/** Proposes what a flow is called. */
public final class FlowNames {
    private static final int LONGEST = 60;

    private FlowNames() {}

    /** After the operation or the record: {@code getListOfThirdParties} makes {@code third-parties}. */
    public static String after(Origin origin) {
        Call call = origin.call();
        String name = call == null ? origin.record().name() : withoutVerb(call.operation());
        String flow = name.replaceAll("(?<=[\\p{Lower}\\d])(?=\\p{Upper})", "-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String named = flow.matches("[a-z].*") ? flow : ("records-" + flow).replaceAll("-+$", "");
        return named.substring(0, Math.min(LONGEST, named.length()));
    }

    private static String withoutVerb(String operation) {
        String bare = operation.replaceFirst(
                "^(?i)(get|list|read|find|fetch|query|search|retrieve)(List)?(Of|All)?(?=\\p{Upper})", "");
        return bare.isEmpty() ? operation : bare;
    }
}
