package io.linkspan.bench.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** The job's rules for single values, for the contenders that are written in Java. */
final class HandRules {
    private HandRules() {}

    static String stage(String status) {
        return switch (status) {
            case "A" -> "customer";
            case "P" -> "lead";
            case "X" -> "churned";
            default -> throw new IllegalArgumentException("unknown status " + status);
        };
    }

    static int paymentDays(String terms) {
        return switch (terms) {
            case "Z014" -> 14;
            case "Z030" -> 30;
            case "Z060" -> 60;
            default -> throw new IllegalArgumentException("unknown payment terms " + terms);
        };
    }

    static boolean active(String blocked) {
        return switch (blocked) {
            case "J" -> false;
            case "N" -> true;
            default -> throw new IllegalArgumentException("neither J nor N: " + blocked);
        };
    }

    /** {@code 20240131} as {@code 2024-01-31}; a day that does not exist is refused. */
    static String isoDate(String day) {
        if (day.length() != 8) {
            throw new IllegalArgumentException("not a day: " + day);
        }
        return LocalDate.of(
                        Integer.parseInt(day, 0, 4, 10),
                        Integer.parseInt(day, 4, 6, 10),
                        Integer.parseInt(day, 6, 8, 10))
                .toString();
    }

    /** {@code 1.234,567} as 1234.57. */
    static BigDecimal germanDecimal(String text) {
        char[] plain = new char[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign != '.') {
                plain[length++] = sign == ',' ? '.' : sign;
            }
        }
        return new BigDecimal(plain, 0, length).setScale(2, RoundingMode.HALF_UP);
    }
}
