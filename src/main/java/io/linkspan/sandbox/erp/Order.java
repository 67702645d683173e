package io.linkspan.sandbox.erp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An order of a customer, in one of its states.
 *
 * @param number as {@code A-00000001}
 * @param revision how often it was changed
 * @param changedAt when that was
 * @param customer the customer's number; there is such a customer
 * @param ordered yyyyMMdd
 * @param state O open, W delivered and paid, L cancelled
 * @param total the sum of its lines, a German decimal
 * @param lines one to six
 */
public record Order(
        String number,
        int revision,
        Instant changedAt,
        String customer,
        String ordered,
        String state,
        String total,
        List<Line> lines) {
    private static final int WHAT = 301;
    private static final int STATE = 302;

    /**
     * A line of an order.
     *
     * @param sku the article, with leading zeros
     * @param text what the article is called
     * @param quantity a whole number, with {@code ,000} behind it
     * @param price of one, a German decimal
     */
    public record Line(String sku, String text, String quantity, String price) {}

    /** The number of the order at an index from 0. */
    static String number(int index) {
        String digits = Integer.toString(index + 1);
        return "A-" + "00000000".substring(digits.length()) + digits;
    }

    /**
     * Makes an order.
     *
     * @param seed of the house
     * @param customers how many customers there are to have ordered something, 1 or more
     */
    static Order thrown(long seed, int customers, int index, int revision, Instant changedAt) {
        Dice dice = Dice.of(seed, index, WHAT, 0);
        String customer = Customers.number(dice.below(customers));
        String ordered = "20" + dice.between(20, 25) + "0" + dice.between(1, 9) + dice.between(10, 28);
        List<Line> lines = new ArrayList<>(6);
        long cents = 0;
        for (int count = dice.between(1, 6); count > 0; count--) {
            int quantity = dice.between(1, 250);
            int price = dice.between(5, 500_000);
            cents += (long) quantity * price;
            lines.add(new Line(
                    dice.digits(8),
                    dice.pick("Schraube M8 × 40 <verzinkt>", "Größe „XL“", "Öl & Fett", "Kabel 3 × 1,5 mm²"),
                    quantity + ",000",
                    GermanDecimal.of(price)));
        }
        String state =
                revision == 0 ? "O" : Dice.of(seed, index, STATE, revision).pick("O", "W", "L");
        return new Order(
                number(index),
                revision,
                changedAt,
                customer,
                ordered,
                state,
                GermanDecimal.of(cents),
                List.copyOf(lines));
    }
}
