package io.linkspan.broker;

import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import java.util.List;

/**
 * What is done with the records of a flow. It decides; the broker carries out: a record is taken off its queue only when
 * its outcome is safe.
 */
@FunctionalInterface
public interface BatchHandler {
    /**
     * Delivers a batch of one partition, in the order of publishing. Partitions are handled side by side, one partition
     * never twice at a time.
     *
     * @return one outcome for each envelope, in the same order
     * @throws RuntimeException if nothing can be decided just now (the database is away): the whole batch is kept and
     *     handled again, in the same order, after a wait
     */
    List<Outcome> handle(String flow, List<Envelope> batch);

    /** Which mapping decides for a flow just now, by its content hash: kept with the dead. */
    default String mapping(String flow) {
        return "";
    }
}
