package io.linkspan.chaos;

import java.util.UUID;

/** The person on duty: sends dead letters again and lets a stopped flow go on. */
final class Operator {
    private static final String OPEN = "flow IN ('" + String.join("', '", FlowFiles.FLOWS) + "') AND status = 'OPEN'";

    private final Servers servers;

    Operator(Servers servers) {
        this.servers = servers;
    }

    /** Sends every open dead letter again and returns how many there were. */
    long replayAll() {
        long open = servers.number("SELECT COUNT(*) FROM dead_letter WHERE " + OPEN);
        if (open > 0) {
            String id = "'" + UUID.randomUUID() + "'";
            servers.execute(
                    "BEGIN",
                    "INSERT INTO replay (id, status, cause, reason, created_by, created_at, a_second, canary, stop_at,"
                            + " forgiven_ended, forgiven_dead) VALUES (" + id
                            + ", 'RUNNING', '', 'chaos', 'chaos', now(), 1000, 0, 2, 0, 0)",
                    "UPDATE dead_letter SET status = 'REPLAYING', replay_id = " + id + " WHERE " + OPEN,
                    "INSERT INTO replay_item (replay_id, place, letter_id, flow, record_key, sequence, outcome)"
                            + " SELECT replay_id, ROW_NUMBER() OVER (ORDER BY sequence, id), id, flow, record_key, sequence,"
                            + " 'WAITING' FROM dead_letter WHERE replay_id = " + id + " AND status = 'REPLAYING'",
                    "COMMIT");
        }
        return open;
    }

    /** Whether a replay is not over yet. */
    boolean replaying() {
        return servers.number("SELECT COUNT(*) FROM replay WHERE status IN ('CANARY', 'RUNNING', 'PAUSED')") > 0;
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
