package io.linkspan.cli.remote;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code dead edit}. */
@Command(
        name = "edit",
        description = "Change what a replay of a letter sends; the original is kept. Needs an ADMIN key.")
final class DeadEdit extends RemoteCommand {
    @Parameters(paramLabel = "ID", description = "The letter's id.")
    private String id = "";

    @Option(
            names = "--with",
            required = true,
            paramLabel = "FILE",
            description = "The record as it shall be; begin with 'dead show ID --record-only'.")
    private Path with = Path.of("");

    @Override
    JsonNode ask(Service service) {
        String path = "/dead-letters/" + Service.encoded(id) + "/record";
        return service.send("PUT", path, RecordText.of(with), "application/octet-stream");
    }

    @Override
    String shown(JsonNode answer) {
        JsonNode difference = answer.path("difference");
        return difference.isEmpty()
                ? "the record is as it was\n"
                : "a replay will send:\n" + Shown.difference(difference);
    }
}
