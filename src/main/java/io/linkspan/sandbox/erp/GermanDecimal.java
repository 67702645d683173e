package io.linkspan.sandbox.erp;

/** Amounts as German accountants and old machines write them. */
final class GermanDecimal {
    private GermanDecimal() {}

    /** An amount with two decimals at most: grouped or not, with the minus before, behind or not at all. */
    static String thrown(Dice dice) {
        long cents = (long) dice.below(dice.percent(50) ? 9_999_999 : 99_999) * dice.between(1, 40) + dice.below(100);
        String whole = dice.percent(70) ? grouped(cents / 100) : "" + cents / 100;
        long rest = cents % 100;
        String amount =
                switch (dice.below(8)) {
                    case 0 -> whole;
                    case 1 -> whole + "," + rest / 10;
                    default -> whole + "," + (rest < 10 ? "0" : "") + rest;
                };
        return switch (dice.below(20)) {
            case 0 -> amount + "-";
            case 1 -> "-" + amount;
            case 2 -> " " + amount + " ";
            default -> amount;
        };
    }

    /** An amount in full: grouped, with two decimals. */
    static String of(long cents) {
        long rest = cents % 100;
        return grouped(cents / 100) + "," + (rest < 10 ? "0" : "") + rest;
    }

    private static String grouped(long whole) {
        StringBuilder text = new StringBuilder(Long.toString(whole));
        for (int at = text.length() - 3; at > 0; at -= 3) {
            text.insert(at, '.');
        }
        return text.toString();
    }
}
