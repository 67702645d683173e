package io.linkspan.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every fault that was played, in the order in which they ended. Safe for several threads. */
final class Strikes {
    private final Instant began = Instant.now();
    private final List<Strike> all = new ArrayList<>();

    /**
     * A fault that was played.
     *
     * @param at how long after the beginning
     * @param family what was struck: replica, broker, database, erp, crm, flow
     * @param name which fault
     * @param hit what it met
     */
    record Strike(Duration at, String family, String name, String hit) {
        String line() {
            return "%4d.%d s  %-8s %-28s %s".formatted(at.toSeconds(), at.toMillisPart() / 100, family, name, hit);
        }
    }

    synchronized void note(String family, String name, String hit) {
        Strike strike = new Strike(since(), family, name, hit);
        all.add(strike);
        System.out.println(strike.line());
    }

    /** Something worth telling that is no fault. */
    void tell(String what) {
        System.out.printf("%4d.%d s  -- %s%n", since().toSeconds(), since().toMillisPart() / 100, what);
    }

    Duration since() {
        return Duration.between(began, Instant.now());
    }

    synchronized int count() {
        return all.size();
    }

    synchronized List<Strike> all() {
        return List.copyOf(all);
    }
}
