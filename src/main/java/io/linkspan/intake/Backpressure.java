package io.linkspan.intake;

import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Holds reading back while the work queues are long: from the high mark on, until they are down to the low mark, so that a
 * pull does not start and stop with every batch delivered.
 */
final class Backpressure {
    private final Function<String, OptionalLong> depth;
    private final long high;
    private final long low;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    /**
     * Marks for every flow.
     *
     * @param depth how many records of a flow wait; nothing where nobody can say, which holds nothing back
     */
    Backpressure(Function<String, OptionalLong> depth, long high, long low) {
        this.depth = depth;
        this.high = high;
        this.low = low;
    }

    /** Whether a flow's queues have room for another page. */
    boolean room(String flow) {
        OptionalLong now = depth.apply(flow);
        if (now.isEmpty()) {
            return true;
        }
        if (now.getAsLong() > high) {
            waiting.add(flow);
        } else if (now.getAsLong() <= low) {
            waiting.remove(flow);
        }
        return !waiting.contains(flow);
    }

    /** Whether there is room for what can wait: only below the low mark, so that the live pull never waits for it. */
    boolean roomBeside(String flow) {
        OptionalLong now = depth.apply(flow);
        return now.isEmpty() || now.getAsLong() <= low;
    }

    String why() {
        return "the work queues hold more than " + high + " records; goes on at " + low;
    }
}
