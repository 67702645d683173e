package io.linkspan.broker;

import java.util.Collection;
import java.util.List;

/** What is done with a batch of one queue. */
@FunctionalInterface
interface BatchWork {
    /**
     * Decides about a batch. What it returns is published and confirmed before the batch is acknowledged.
     *
     * @throws RuntimeException if nothing can be decided just now: the batch is kept and handed over again
     */
    Collection<Message> handle(List<Arrival> batch);
}
