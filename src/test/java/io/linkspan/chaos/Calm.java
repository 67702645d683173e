package io.linkspan.chaos;

import io.linkspan.chaos.Accounts.Wrong;
import java.time.Duration;
import java.time.Instant;

/** Peace: nothing goes wrong any more. Waits until nothing is under way. */
final class Calm {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final World world;
    private final Fleet fleet;
    private final Operator operator;
    private final Strikes strikes;
    private Duration took = Duration.ZERO;

    Calm(World world, Fleet fleet, Operator operator, Strikes strikes) {
        this.world = world;
        this.fleet = fleet;
        this.operator = operator;
        this.strikes = strikes;
    }

    /** Returns whether all came to rest before the patience ended. */
    boolean await() throws InterruptedException {
        Instant began = Instant.now();
        world.behave();
        fleet.disarm();
        strikes.tell("all is well from here on");
        world.flows().mend();
        operator.resumeAll();
        boolean rested = rests(began);
        if (rested) {
            strikes.tell(operator.replayAll() + " dead letters sent again");
            rested = rests(began);
        }
        took = Duration.between(began, Instant.now());
        return rested;
    }

    private boolean rests(Instant began) throws InterruptedException {
        boolean read = false;
        boolean rested = false;
        while (!rested && Instant.now().isBefore(began.plus(PATIENCE))) {
            Thread.sleep(2000);
            if (!read && fleet.allReady() && complete()) {
                operator.pauseAll();
                read = true;
            }
            rested = read && quiet() && complete();
        }
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
        return full.isEmpty() && !operator.replaying();
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
