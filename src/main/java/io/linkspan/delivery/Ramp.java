package io.linkspan.delivery;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings a system that was away back to its full load step by step: one small batch probes, over all its flows and
 * partitions, and each that goes well lets the next be twice as large, until everything goes side by side again.
 */
final class Ramp {
    static final int PROBE = 5;
    private static final int FULL = 500;

    private final Map<String, Slope> slopes = new HashMap<>();

    private static final class Slope {
        private int size = PROBE;
        private boolean taken;
    }

    /**
     * Leave to send.
     *
     * @param records how many, of those that were asked for
     */
    record Turn(int records, @Nullable Slope slope) {}

    /** The system is away, or was: begin anew with a probe. */
    synchronized void restart(String system) {
        slopes.computeIfAbsent(system, name -> new Slope()).size = PROBE;
    }

    /** Asks for a turn; no records where another round is under way that will tell whether there may be more. */
    synchronized Turn ask(String system, int records) {
        Slope slope = slopes.get(system);
        if (slope == null) {
            return new Turn(records, null);
        }
        if (slope.taken) {
            return new Turn(0, null);
        }
        slope.taken = true;
        return new Turn(Math.min(records, slope.size), slope);
    }

    /** The turn is over. */
    synchronized void done(String system, Turn turn, boolean well) {
        Slope slope = turn.slope();
        if (slope == null) {
            return;
        }
        slope.taken = false;
        slope.size = well ? slope.size * 2 : PROBE;
        if (slope.size > FULL) {
            slopes.remove(system, slope);
        }
    }
}
