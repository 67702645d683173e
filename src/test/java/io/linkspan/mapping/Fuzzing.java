package io.linkspan.mapping;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Input made at random: so many turns in the usual suite, always the same ones; or new ones for as long as {@code
 * -Dfuzz.seconds=600} says. Each turn has a seed of its own, which a failure names and {@code -Dfuzz.seed} repeats.
 */
final class Fuzzing {
    private static final long SECONDS = Long.getLong("fuzz.seconds", 0);
    private static final long SLOW_NANOS = Duration.ofSeconds(20).toNanos();

    private Fuzzing() {}

    /** What is tried in a turn. */
    @FunctionalInterface
    interface Turn {
        void take(RandomGenerator random) throws Exception;
    }

    static void turns(int usually, Turn turn) {
        String repeated = System.getProperty("fuzz.seed");
        if (repeated != null) {
            take(Long.parseLong(repeated), turn);
            return;
        }
        long first = SECONDS == 0 ? 20240601 : System.nanoTime();
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        long taken = 0;
        while (SECONDS == 0 ? taken < usually : System.nanoTime() < end) {
            take(first + taken++, turn);
        }
        if (SECONDS > 0) {
            System.out.println(taken + " turns in " + SECONDS + " s, seeds from " + first);
        }
    }

    private static void take(long seed, Turn turn) {
        long begun = cpuNanos();
        try {
            turn.take(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError failed) {
            throw new AssertionError("-Dfuzz.seed=" + seed + " repeats this: " + failed, failed);
        }
        if (cpuNanos() - begun > SLOW_NANOS) {
            throw new AssertionError("-Dfuzz.seed=" + seed + " takes more than 20 s of CPU");
        }
    }

    /** The time this thread has worked: a neighbour's load does not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Pieces in a row; now and then one of them very often. */
    static String pieces(RandomGenerator random, List<String> pieces, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            String piece = pieces.get(random.nextInt(pieces.size()));
            text.append(random.nextInt(200) == 0 ? piece.repeat(random.nextInt(3_000)) : piece);
        }
        return text.toString();
    }

    /** A text with a few places changed: cut out, doubled, swapped for a piece. */
    static String changed(RandomGenerator random, String whole, List<String> pieces) {
        StringBuilder text = new StringBuilder(whole);
        for (int change = random.nextInt(4); change >= 0 && !text.isEmpty(); change--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(12));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to));
                default -> text.replace(from, to, pieces.get(random.nextInt(pieces.size())));
            }
        }
        return text.toString();
    }
}
