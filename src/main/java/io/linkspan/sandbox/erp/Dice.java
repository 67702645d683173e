package io.linkspan.sandbox.erp;

/** Throws that depend on nothing but what they were made from: the same seed always tells the same story. */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice for one aspect of one record in one state of it. */
    static Dice of(long seed, long record, long aspect, long version) {
        return new Dice(mixed(seed + mixed(record * GOLDEN + mixed(aspect * 0x632BE59BD9B4E019L + version))));
    }

    /** A throw from 0 to {@code sides - 1}. */
    int below(int sides) {
        state += GOLDEN;
        return (int) Math.floorMod(mixed(state), (long) sides);
    }

    /** A throw from {@code least} to {@code most}. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** Whether something happens that happens so often in a hundred. */
    boolean percent(int share) {
        return below(100) < share;
    }

    /** One of these. */
    String pick(String... choice) {
        return choice[below(choice.length)];
    }

    /** So many digits, the first of which may be 0. */
    String digits(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + below(10)));
        }
        return text.toString();
    }

    /** The finisher of SplitMix64. */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
