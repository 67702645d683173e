package io.linkspan.chaos;

import io.linkspan.chaos.Accounts.Wrong;
import java.time.Duration;
import java.time.Instant;

/** Peace: nothing goes wrong any more. Waits until nothing is under way. */
final class Calm {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final World world;
    private final Fleet fleet;
    private final Strikes strikes;
    private Duration took = Duration.ZERO;

    Calm(World world, Fleet fleet, Strikes strikes) {
        this.world = world;
        this.fleet = fleet;
        this.strikes = strikes;
    }

    /** Returns whether all came to rest before the patience ended. */
    boolean await() throws InterruptedException {
        Instant began = Instant.now();
        world.behave();
        fleet.disarm();
        strikes.tell("all is well from here on");
        boolean rested = false;
        while (!rested && Instant.now().isBefore(began.plus(PATIENCE))) {
            Thread.sleep(2000);
            rested = fleet.allReady() && quiet() && complete();
        }
        took = Duration.between(began, Instant.now());
        return rested;
    }

    Duration took() {
        return took;
    }

    private boolean quiet() {
        var full = world.servers().queuesWithMessages();
        if (!full.isEmpty()) {
            strikes.tell("still under way: " + full);
        }
        return full.isEmpty()
                && world.servers().number("SELECT COUNT(*) FROM dead_letter WHERE status = 'REPLAYING'") == 0;
    }

    private boolean complete() {
        Truth truth = new Truth(world);
        for (String flow : FlowFiles.FLOWS) {
            Accounts accounts = truth.of(flow);
            int missing = accounts.of(Wrong.MISSING) + accounts.of(Wrong.DIFFERENT);
            if (missing > 0) {
                strikes.tell(flow + ": " + missing + " states not there yet");
                return false;
            }
        }
        return true;
    }
}
