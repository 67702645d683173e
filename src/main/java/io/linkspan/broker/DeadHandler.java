package io.linkspan.broker;

import java.util.List;

/** Takes the dead out of the broker. */
@FunctionalInterface
public interface DeadHandler {
    /**
     * Keeps the dead for good. The same one may come again after a crash: archive it once, by its
     * {@link DeadEnvelope#id}.
     *
     * @throws RuntimeException if they cannot be kept just now: they stay on the queue and come again after a wait
     */
    void archive(List<DeadEnvelope> dead);
}
