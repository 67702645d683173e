package io.linkspan.demo;

import java.time.Duration;
import java.time.Instant;

/** Waits for the demo to come to rest, and says how far it is. */
final class Waiting {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration SAY = Duration.ofSeconds(2);

    private final Tally tally;
    private final DemoWorld world;
    private final Duration patience;

    Waiting(Tally tally, DemoWorld world, Duration patience) {
        this.tally = tally;
        this.world = world;
        this.patience = patience;
    }

    /** Waits until the CRM holds what the ERP holds; false when nothing has moved for too long. */
    boolean untilSettled() {
        long seen = -1;
        Instant moved = Instant.now();
        Instant said = Instant.EPOCH;
        while (Instant.now().isBefore(moved.plus(patience))) {
            if (tally.changes() != seen) {
                seen = tally.changes();
                moved = Instant.now();
            }
            if (Instant.now().isAfter(said.plus(SAY))) {
                System.out.println(tally.line());
                said = Instant.now();
            }
            if (tally.atRest() && Verdict.of(tally, world).complete()) {
                return true;
            }
            pause(LOOK);
        }
        return false;
    }

    /** Says how far the demo is, until the process is stopped. */
    static void reportEvery(Tally tally, Duration pause) {
        String before = "";
        while (!Thread.currentThread().isInterrupted()) {
            String line = tally.line();
            if (!line.equals(before)) {
                System.out.println(line);
                before = line;
            }
            pause(pause);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
