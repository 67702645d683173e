package io.linkspan.broker;

import java.time.Duration;
import java.util.regex.Pattern;

/** What exchanges, queues and routing keys are called. */
record Names(String prefix) {
    private static final Pattern FLOW = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    String workExchange() {
        return prefix + ".work";
    }

    String workQueue(String flow, int partition) {
        return prefix + ".work." + routingKey(flow, partition);
    }

    /** Refuses what cannot be part of a queue's name. */
    String routingKey(String flow, int partition) {
        if (!FLOW.matcher(flow).matches()) {
            throw new IllegalArgumentException(
                    "a flow's name has 1 to 100 letters, digits and . _ -, not '" + flow + "'");
        }
        return flow + "." + partition;
    }

    /** Both the exchange and the queue of a rung of the retry ladder. */
    String retry(Duration tier) {
        return prefix + ".retry." + tier.toMillis() + "ms";
    }

    /** Both the exchange and the queue of the dead. */
    String dead() {
        return prefix + ".dead";
    }
}
