package io.linkspan.broker;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The work queues of all flows, and their consumption by this process. Over all replicas one consumer at a time is active
 * on a partition; when it goes away, another takes over.
 */
public final class WorkQueues {
    private final Topology topology;
    private final Messages messages;
    private final QueueReader.Desk desk;
    private final Map<String, Readers> running = new ConcurrentHashMap<>();

    WorkQueues(Topology topology, Messages messages, QueueReader.Desk desk) {
        this.topology = topology;
        this.messages = messages;
        this.desk = desk;
    }

    /**
     * Declares a flow's work queues. Repeating it changes nothing; another number of partitions may be given after a
     * restart: records that stand in queues of before are consumed and moved to where their key belongs now. All replicas
     * should be given the same number; while they are not, the ledger still keeps each record's order.
     *
     * @param partitions 1 to 256
     * @throws BrokerStartException if a queue of that name was made otherwise
     */
    public void declare(String flow, int partitions) {
        topology.declare(flow, partitions);
    }

    /**
     * Starts to consume a flow that was declared. Does nothing for a flow that is being consumed.
     *
     * @param handler called from one thread for each partition
     */
    public void start(String flow, BatchSettings settings, BatchHandler handler) {
        int standing = topology.standing(flow);
        running.computeIfAbsent(flow, name -> {
            Readers readers = new Readers();
            for (int partition = 0; partition < standing; partition++) {
                read(flow, partition, settings, handler, readers);
            }
            return readers;
        });
    }

    /**
     * Pauses a flow: no further batch is begun. Messages at hand stay at hand for {@code linkspan.broker.hold-at-most},
     * so that a short pause costs the broker nothing; then they go back, and another replica may take them. Returns at
     * once; may be called by the flow's handler.
     */
    public void pause(String flow) {
        Readers readers = running.get(flow);
        if (readers != null) {
            readers.gate().pause();
        }
    }

    /** Ends a pause. */
    public void resume(String flow) {
        Readers readers = running.get(flow);
        if (readers != null) {
            readers.gate().resume();
        }
    }

    /** Whether a flow is paused here. */
    public boolean paused(String flow) {
        Readers readers = running.get(flow);
        return readers != null && readers.gate().paused();
    }

    /**
     * How many messages of a flow wait on the broker, for back-pressure; nothing where the broker cannot be asked just now
     * or the flow has no queues. What this process has at hand may or may not be counted.
     */
    public OptionalLong depth(String flow) {
        try {
            return OptionalLong.of(topology.waiting(flow));
        } catch (BrokerException away) {
            return OptionalLong.empty();
        }
    }

    /** Stops consuming one flow; returns when its batches under way are settled, or after a while without them. */
    public void stop(String flow) {
        Readers readers = running.remove(flow);
        if (readers != null) {
            readers.stop();
            readers.join(desk.settings().stopWithin());
        }
    }

    /** Stops consuming every flow; returns when the batches under way are settled, or after a while without them. */
    public void stop() {
        running.values().forEach(Readers::stop);
        running.keySet().forEach(this::stop);
    }

    private void read(String flow, int partition, BatchSettings settings, BatchHandler handler, Readers readers) {
        String queue = topology.names().workQueue(flow, partition);
        BatchWork work = new RecordWork(flow, partition, handler, topology, messages, desk.meters());
        Runnable declare = () -> topology.declarePartition(flow, partition);
        readers.start(queue, new QueueReader(queue, declare, settings, work, readers.gate(), desk));
    }
}
