package io.linkspan.cli.remote;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code dead show}. */
@Command(name = "show", description = "One dead letter: why it died, each attempt, the record.")
final class DeadShow extends RemoteCommand {
    @Parameters(paramLabel = "ID", description = "The letter's id, as 'dead list' shows it.")
    private String id = "";

    @Option(names = "--record-only", description = "Nothing but the record, as a replay would send it: to be edited.")
    private boolean recordOnly;

    @Override
    JsonNode ask(Service service) {
        return service.get("/dead-letters/" + Service.encoded(id), Map.of());
    }

    @Override
    String shown(JsonNode answer) {
        boolean edited = !answer.path("edited").isNull();
        String record = answer.path(edited ? "edited" : "record").asString();
        return recordOnly ? record + "\n" : head(answer.path("letter")) + tail(answer, record, edited);
    }

    private static String head(JsonNode letter) {
        StringBuilder text = new StringBuilder();
        line(text, "letter", letter.path("id").asString());
        line(
                text,
                "record",
                letter.path("flow").asString() + " " + letter.path("key").asString() + ", version "
                        + letter.path("version").asString());
        line(text, "status", letter.path("status").asString() + why(letter));
        line(
                text,
                "died",
                Shown.time(letter.path("diedAt")) + ", "
                        + letter.path("occurrences").asString() + " time(s)");
        line(
                text,
                "reason",
                letter.path("reason").asString() + ": " + letter.path("detail").asString());
        line(text, "group", letter.path("group").asString());
        line(
                text,
                "journey",
                letter.path("correlationId").asString() + ", trace "
                        + letter.path("traceId").asString());
        line(text, "mapping", letter.path("mappingVersion").asString());
        for (JsonNode error : letter.path("errors")) {
            line(
                    text,
                    "field",
                    error.path("field").asString() + " (" + error.path("code").asString() + ", from "
                            + error.path("source").asString() + "): "
                            + error.path("detail").asString());
        }
        for (JsonNode attempt : letter.path("lastAttempts")) {
            line(
                    text,
                    "attempt",
                    Shown.time(attempt.path("at")) + " "
                            + attempt.path("reason").asString() + ": "
                            + attempt.path("detail").asString());
        }
        return text.toString();
    }

    private static String why(JsonNode letter) {
        String why = letter.path("closed").asString("")
                + letter.path("discardReason").asString("");
        return why.isEmpty() ? "" : " (" + why + ")";
    }

    private static String tail(JsonNode answer, String record, boolean edited) {
        String masked = answer.path("masked").asBoolean() ? ", sensitive values hidden" : "";
        String change = edited ? "\nedited by hand:\n" + Shown.difference(answer.path("difference")) : "";
        return change + "\nthe record (" + answer.path("format").asString() + masked + "):\n" + record + "\n";
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("%-8s %s%n".formatted(name, value));
    }
}
