package io.linkspan.broker;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** What is done with a batch of one queue. */
@FunctionalInterface
interface BatchWork {
    /**
     * Decides about a batch. What it returns is published and confirmed before what was decided is acknowledged.
     *
     * @throws RuntimeException if nothing can be decided just now: the batch is kept and handed over again
     */
    Decision handle(List<Arrival> batch);

    /**
     * What was decided.
     *
     * @param away what is published before anything is acknowledged
     * @param kept what is not decided yet, in the batch's order: it stays unacknowledged and is handed over again
     * @param pause how long to leave what is kept alone
     */
    record Decision(Collection<Message> away, List<Arrival> kept, Duration pause) {
        /** Everything was decided. */
        static Decision whole(Collection<Message> away) {
            return new Decision(away, List.of(), Duration.ZERO);
        }
    }
}
