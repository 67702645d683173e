package io.linkspan.intake;

import io.linkspan.flow.Flow;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The pulls of all flows in force: one loop each. Safe for several threads. */
public final class Pulls {
    private final PullTurn turn;
    private final PullHolds holds;
    private final InstantSource clock;
    private final Map<String, PullLoop> loops = new ConcurrentHashMap<>();

    Pulls(PullTurn turn, PullHolds holds, InstantSource clock) {
        this.turn = turn;
        this.holds = holds;
        this.clock = clock;
    }

    /** Begins to pull a flow, or goes on with its saved version. */
    public void inForce(Flow flow) {
        PullLoop running = loops.get(flow.name());
        if (running != null) {
            running.replace(flow);
            return;
        }
        PullLoop loop = new PullLoop(flow, turn, clock);
        loops.put(flow.name(), loop);
        Thread.ofVirtual().name("pull-" + flow.name()).start(loop);
    }

    /** Stops pulling a flow for good; a page being read is read to its end. */
    public void retire(String flow) {
        PullLoop loop = loops.remove(flow);
        if (loop != null) {
            loop.end();
            turn.leave(flow);
        }
    }

    /** Stops every pull: the service is shutting down. */
    public void stop() {
        loops.keySet().forEach(this::retire);
    }

    /** Holds a flow's pull, at every replica and over restarts, until it is resumed. What was read is still delivered. */
    public void pause(String flow, String why, String by) {
        holds.pause(flow, why, by);
        pullNow(flow);
    }

    /**
     * Lets a flow go on that was paused or stopped.
     *
     * @return false where nothing held it
     */
    public boolean resume(String flow) {
        boolean held = holds.resume(flow);
        pullNow(flow);
        return held;
    }

    /** What holds a flow, at whichever replica it was said. */
    public Optional<PullHold> hold(String flow) {
        return holds.of(flow);
    }

    /** Pulls at once instead of when the rest is over. */
    public void pullNow(String flow) {
        Optional.ofNullable(loops.get(flow)).ifPresent(PullLoop::pullNow);
    }

    /** What each flow's pull is doing. */
    public Map<String, PullState> states() {
        Map<String, PullState> states = new TreeMap<>();
        loops.forEach((flow, loop) -> states.put(flow, loop.state()));
        return states;
    }
}
