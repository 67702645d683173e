package io.linkspan.broker;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The queue of the dead: the way to the archive. Over all replicas one consumer at a time is active. */
public final class DeadQueue {
    private static final BatchSettings BATCHES = new BatchSettings(100, Duration.ofMillis(50));

    private final Topology topology;
    private final QueueReader.Desk desk;
    private @Nullable Readers running;

    DeadQueue(Topology topology, QueueReader.Desk desk) {
        this.topology = topology;
        this.desk = desk;
    }

    /** Starts to take the dead out. Does nothing if that has been started. */
    public synchronized void start(DeadHandler handler) {
        if (running != null) {
            return;
        }
        Readers readers = new Readers();
        String queue = topology.names().dead();
        BatchWork work = new DeadWork(handler, desk.clock());
        readers.start(queue, new QueueReader(queue, topology::declareShared, BATCHES, work, readers.gate(), desk));
        running = readers;
    }

    /** How many dead wait to be archived; nothing where the broker cannot be asked just now. */
    public OptionalLong depth() {
        try {
            return topology.depth(topology.names().dead());
        } catch (BrokerException away) {
            return OptionalLong.empty();
        }
    }

    /** Stops taking the dead out; returns when the batch under way is kept, or after a while without it. */
    public synchronized void stop() {
        Readers readers = running;
        if (readers != null) {
            readers.stop();
            readers.join(desk.settings().stopWithin());
            running = null;
        }
    }
}
