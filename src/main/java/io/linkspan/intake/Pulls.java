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
    private final InstantSource clock;
    private final Map<String, PullLoop> loops = new ConcurrentHashMap<>();

    Pulls(PullTurn turn, InstantSource clock) {
        this.turn = turn;
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

    /** Holds a flow's pull until it is resumed. */
    public void pause(String flow, String by) {
        Optional.ofNullable(loops.get(flow)).ifPresent(loop -> loop.pause(by));
    }

    /** Lets a paused pull go on. */
    public void resume(String flow) {
        Optional.ofNullable(loops.get(flow)).ifPresent(PullLoop::resume);
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
