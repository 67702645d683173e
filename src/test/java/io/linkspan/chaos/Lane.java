package io.linkspan.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Plays troubles of one family one after the other, each of them once before any comes again. Lanes run side by side. */
final class Lane {
    private final String family;
    private final List<Trouble> troubles;
    private final Duration pause;
    private final SplittableRandom dice;
    private final Strikes strikes;
    private volatile boolean ended;

    /** @param pause the mean of the pauses between two troubles */
    Lane(String family, List<Trouble> troubles, Duration pause, SplittableRandom dice, Strikes strikes) {
        this.family = family;
        this.troubles = List.copyOf(troubles);
        this.pause = pause;
        this.dice = dice;
        this.strikes = strikes;
    }

    /** Plays until it is ended. */
    void play() {
        List<Trouble> deck = new ArrayList<>();
        try {
            while (!ended) {
                Thread.sleep((long) (pause.toMillis() * (0.5 + dice.nextDouble())));
                if (deck.isEmpty()) {
                    deck.addAll(troubles);
                }
                Trouble next = deck.remove(dice.nextInt(deck.size()));
                if (!ended) {
                    String hit = next.strike(dice);
                    if (!hit.equals(Trouble.MISSED)) {
                        strikes.note(family, next.name(), hit);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing begins any more; what has begun ends as it should. */
    void end() {
        ended = true;
    }
}
