package io.linkspan.mapping.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A decimal number of 18 digits at most, so many of them behind the point. */
final class Digits {
    static final int MOST = 18;

    private static final long[] POWERS = powers();

    long unscaled;
    int scale;

    private static long[] powers() {
        long[] powers = new long[MOST + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    BigDecimal number() {
        return BigDecimal.valueOf(unscaled, scale);
    }

    /** Fills with zeros or rounds half up; false, and nothing changed, where another way or more digits are needed. */
    boolean rescale(int wanted, @Nullable RoundingMode rounding) {
        int more = wanted - scale;
        if (more > 0) {
            if (more > MOST || Math.abs(unscaled) >= POWERS[MOST - more]) {
                return false;
            }
            unscaled *= POWERS[more];
        } else if (more < 0) {
            long power = POWERS[-more];
            long rest = Math.abs(unscaled % power);
            if (rest != 0 && rounding != RoundingMode.HALF_UP) {
                return false;
            }
            long up = rest * 2 >= power && rest != 0 ? Long.signum(unscaled) : 0;
            unscaled = unscaled / power + up;
        }
        scale = wanted;
        return true;
    }
}
