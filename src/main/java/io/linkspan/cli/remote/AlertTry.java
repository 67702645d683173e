package io.linkspan.cli.remote;

import io.linkspan.cli.ExitCode;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code alert test}. */
@Command(name = "test", description = "Send a test message on every channel that is configured.")
final class AlertTry extends RemoteCommand {
    private static final String ARRIVED = "sent";

    @Override
    JsonNode ask(Service service) {
        return service.send("POST", "/alerts/test", null);
    }

    @Override
    String shown(JsonNode answer) {
        StringBuilder text = new StringBuilder();
        answer.path("channels")
                .properties()
                .forEach(channel -> text.append("%-10s %s%n"
                        .formatted(channel.getKey(), channel.getValue().asString())));
        return text.isEmpty() ? "no channel is configured: set linkspan.alerts\n" : text.toString();
    }

    @Override
    int exitCode(JsonNode answer) {
        JsonNode channels = answer.path("channels");
        boolean all = channels.properties().stream()
                .allMatch(channel -> ARRIVED.equals(channel.getValue().asString()));
        return all && !channels.isEmpty() ? ExitCode.FINE : ExitCode.INPUT_IS_WRONG;
    }
}
