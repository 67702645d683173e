package io.linkspan.cli.remote;

import io.linkspan.cli.ExitCode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code dead try}. */
@Command(name = "try", description = "What the mapping in force would make of a letter; sends nothing.")
final class DeadTry extends RemoteCommand {
    @Parameters(paramLabel = "ID", description = "The letter's id.")
    private String id = "";

    @Option(names = "--with", paramLabel = "FILE", description = "Try this record instead.")
    private @Nullable Path with;

    @Override
    JsonNode ask(Service service) {
        String record = with == null ? null : RecordText.of(with);
        return service.send(
                "POST", "/dead-letters/" + Service.encoded(id) + "/dry-run", record, "application/octet-stream");
    }

    @Override
    String shown(JsonNode answer) {
        StringBuilder text = new StringBuilder();
        text.append(
                answer.path("mappingChanged").asBoolean()
                        ? "another mapping is in force than when it died\n"
                        : "the mapping is the same as when it died\n");
        for (JsonNode error : answer.path("errors")) {
            text.append("  ").append(error.path("field").asString()).append(' ');
            text.append(error.path("code").asString()).append(": ");
            text.append(error.path("detail").asString()).append('\n');
        }
        if (!answer.path("output").isNull()) {
            text.append("it would send:\n")
                    .append(answer.path("output").asString())
                    .append('\n');
        }
        if (!answer.path("difference").isEmpty()) {
            text.append("other than of the original record:\n").append(Shown.difference(answer.path("difference")));
        }
        return text.toString();
    }

    @Override
    int exitCode(JsonNode answer) {
        return answer.path("errors").isEmpty() ? ExitCode.FINE : ExitCode.INPUT_IS_WRONG;
    }
}
