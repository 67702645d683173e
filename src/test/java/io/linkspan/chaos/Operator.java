package io.linkspan.chaos;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The person on duty: sends dead letters again, over the admin API, and lets a stopped flow go on. */
final class Operator {
    private static final String KEY = "chaos-chaos-chaos-chaos-chaos";
    private static final String ALL_OPEN = """
            {"letters": {"status": "OPEN", "everything": true}, "reason": "chaos", "rate": 1000, "stopAt": 1}""";

    private final Servers servers;
    private final Supplier<Optional<URI>> api;

    /** @param api the address of a replica that answers just now */
    Operator(Servers servers, Supplier<Optional<URI>> api) {
        this.servers = servers;
        this.api = api;
    }

    /** What a replica is told, to let the operator in. */
    static String[] settings() {
        return new String[] {
            "--linkspan.admin.keys[0].name=chaos",
            "--linkspan.admin.keys[0].role=OPERATOR",
            "--linkspan.admin.keys[0].key=" + KEY
        };
    }

    /** Sends every open dead letter again and returns how many there were; 0 where no replica took the order. */
    int replayAll() {
        return api.get().map(Operator::order).orElse(0);
    }

    private static int order(URI replica) {
        try {
            HttpURLConnection call = (HttpURLConnection)
                    replica.resolve("/api/v1/replays").toURL().openConnection();
            call.setRequestMethod("POST");
            call.setConnectTimeout(1000);
            call.setReadTimeout(10_000);
            call.setRequestProperty("X-Api-Key", KEY);
            call.setRequestProperty("Content-Type", "application/json");
            call.setDoOutput(true);
            call.getOutputStream().write(ALL_OPEN.getBytes(StandardCharsets.UTF_8));
            if (call.getResponseCode() != HttpURLConnection.HTTP_CREATED) {
                return 0;
            }
            JsonNode replay = JsonMapper.shared().readTree(call.getInputStream());
            return replay.path("total").asInt();
        } catch (IOException dyingReplica) {
            return 0;
        }
    }

    /** Whether a replay is not over yet. */
    boolean replaying() {
        return servers.number("SELECT COUNT(*) FROM replay WHERE status IN ('CANARY', 'RUNNING', 'PAUSED')") > 0;
    }

    /** Reads nothing more from the ERP. */
    void pauseAll() {
        for (String flow : FlowFiles.FLOWS) {
            servers.execute("INSERT INTO pull_hold (flow, cause, why, held_by, held_at) VALUES ('" + flow
                    + "', 'PAUSED', 'everything is read', 'chaos', now()) ON CONFLICT DO NOTHING");
        }
    }

    /** Lets every flow that was stopped go on, and returns how many there were. */
    int resumeAll() {
        int held = servers.query("SELECT flow FROM pull_hold").size();
        if (held > 0) {
            servers.execute("DELETE FROM pull_hold");
        }
        return held;
    }
}
