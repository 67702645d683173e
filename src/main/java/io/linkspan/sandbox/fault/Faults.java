package io.linkspan.sandbox.fault;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The rules in force. The first rule that hits a call decides; chance is seeded, so that a run can be repeated. */
public final class Faults {
    private final InstantSource clock;
    private final SplittableRandom seeds;
    private final List<Given> given = new ArrayList<>();

    /** No rules yet. */
    public Faults(InstantSource clock, long seed) {
        this.clock = clock;
        this.seeds = new SplittableRandom(seed);
    }

    /** Puts a rule in force, behind those that are. */
    public synchronized void add(FaultRule rule) {
        Instant from = clock.instant().plus(rule.after());
        given.add(
                new Given(rule, from, rule.lasting() == null ? Instant.MAX : from.plus(rule.lasting()), seeds.split()));
    }

    /** Takes all rules out of force. */
    public synchronized void clear() {
        given.clear();
    }

    /** The rules with their hits, in order, also those that are spent. */
    public synchronized List<Standing> standing() {
        return given.stream()
                .map(rule -> new Standing(rule.rule, rule.from, rule.hits, rule.spent(clock.instant())))
                .toList();
    }

    /** The rule that hits this call, if any. A hit counts. Rules for single records are not meant here. */
    synchronized Optional<FaultRule> strike(String call) {
        Instant now = clock.instant();
        return given.stream()
                .filter(rule -> rule.rule.record().isEmpty() && rule.strikes(call, now))
                .findFirst()
                .map(Given::hit);
    }

    /** Whether a rule of this kind for this record is in force. A hit counts. */
    public synchronized boolean strikes(FaultKind kind, String record) {
        Instant now = clock.instant();
        return !given.isEmpty()
                && given.stream()
                        .filter(rule ->
                                rule.rule.kind() == kind && rule.rule.record().equals(record))
                        .filter(rule -> rule.strikes("", now))
                        .findFirst()
                        .map(Given::hit)
                        .isPresent();
    }

    /**
     * What became of a rule.
     *
     * @param rule the rule
     * @param from when it begins
     * @param hits how many calls it has hit
     * @param spent whether it is over
     */
    public record Standing(FaultRule rule, Instant from, int hits, boolean spent) {}

    private static final class Given {
        private final FaultRule rule;
        private final Instant from;
        private final Instant until;
        private final SplittableRandom dice;
        private int hits;

        Given(FaultRule rule, Instant from, Instant until, SplittableRandom dice) {
            this.rule = rule;
            this.from = from;
            this.until = until;
            this.dice = dice;
        }

        boolean strikes(String call, Instant now) {
            return !now.isBefore(from)
                    && !spent(now)
                    && call.contains(rule.on())
                    && (rule.chance() == 1 || dice.nextDouble() < rule.chance());
        }

        boolean spent(Instant now) {
            return !now.isBefore(until) || (rule.next() > 0 && hits >= rule.next());
        }

        FaultRule hit() {
            hits++;
            return rule;
        }
    }
}
