package io.linkspan.sandbox.erp;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The clerks: they change and add records at a steady rate. Nothing ticks; whoever looks at the log sees what would have
 * happened by then.
 */
final class Business {
    private static final int WHAT = 201;

    private final ChangeLog log;
    private final InstantSource clock;
    private final long seed;
    private double perSecond;
    private int newPercent;
    private long since;
    private long done;
    private long thrown;

    /** Nobody works yet. */
    Business(ChangeLog log, InstantSource clock, long seed) {
        this.log = log;
        this.clock = clock;
        this.seed = seed;
        this.since = clock.millis();
    }

    /** Sets how many records a second are touched, and how many of a hundred of those are new ones. */
    synchronized void rate(double changesPerSecond, int newOnesPercent) {
        catchUp();
        perSecond = changesPerSecond;
        newPercent = newOnesPercent;
        since = clock.millis();
        done = 0;
    }

    /** Does what should have been done by now. */
    synchronized void catchUp() {
        if (perSecond == 0) {
            return;
        }
        long due = (long)
                ((clock.millis() - since) * perSecond / Duration.ofSeconds(1).toMillis());
        for (; done < due; done++) {
            touch(newPercent, since + (long) (done * 1000 / perSecond));
        }
    }

    /** Changes so many records now, drawn at random. */
    synchronized void mutate(int records) {
        catchUp();
        for (int i = 0; i < records; i++) {
            touch(0, clock.millis());
        }
    }

    /** Adds so many records now. */
    synchronized void add(int records) {
        catchUp();
        for (int i = 0; i < records; i++) {
            log.add(clock.millis());
        }
    }

    private void touch(int newOnesPercent, long millis) {
        Dice dice = Dice.of(seed, thrown++, WHAT, log.size());
        if (log.size() == 0 || dice.percent(newOnesPercent)) {
            log.add(millis);
        } else {
            log.change(living(dice.below(log.size())), millis);
        }
    }

    /** This record, or the next one that was not deleted; where all are gone, this one comes back. */
    private int living(int record) {
        int size = log.size();
        int candidate = record;
        for (int tried = 0; tried < size && log.state(candidate).deleted(); tried++) {
            candidate = (candidate + 1) % size;
        }
        return candidate;
    }
}
