package io.linkspan.cli.remote;

import tools.jackson.databind.JsonNode;

/** Parts of answers as a person reads them. */
final class Shown {
    private Shown() {}

    /** To the second, in UTC. */
    static String time(JsonNode time) {
        return time.asString("").replaceFirst("\\.\\d+Z$", "Z");
    }

    static String difference(JsonNode difference) {
        StringBuilder text = new StringBuilder();
        for (JsonNode one : difference) {
            text.append("  ").append(one.path("field").asString()).append(": ");
            text.append(value(one.path("before"))).append(" → ").append(value(one.path("after")));
            text.append('\n');
        }
        return text.toString();
    }

    private static String value(JsonNode value) {
        return value.isNull() ? "(nothing)" : "'" + value.asString() + "'";
    }

    static String replay(JsonNode replay) {
        JsonNode counts = replay.path("counts");
        String cause = replay.path("cause").asString("");
        return "replay %s is %s%s%n  %s letters: %s waiting · %s sent · %s delivered · %s superseded · %s dead again · %s left%n"
                .formatted(
                        replay.path("id").asString(),
                        replay.path("status").asString(),
                        cause.isEmpty() ? "" : " (" + cause + ")",
                        replay.path("total").asString(),
                        counts.path("waiting").asString(),
                        counts.path("sent").asString(),
                        counts.path("delivered").asString(),
                        counts.path("superseded").asString(),
                        counts.path("dead").asString(),
                        counts.path("left").asString());
    }
}
