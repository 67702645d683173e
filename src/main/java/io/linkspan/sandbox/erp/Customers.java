package io.linkspan.sandbox.erp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes customers out of a seed. A customer's state depends on seed, index and revision only, so none is ever stored,
 * and what any revision held can be told at any time.
 */
public final class Customers {
    // What a change may touch. The last one is a matter of the ERP alone: a mapping does not see it.
    private static final int STATUS = 0;
    private static final int BLOCKED = 1;
    private static final int REVENUE = 2;
    private static final int ADDRESSES = 3;
    private static final int CONTACTS = 4;
    private static final int REMARKS = 5;
    private static final int REACH = 6;
    private static final int HOUSEKEEPING = 7;
    private static final int ASPECTS = 8;
    private static final int WHO = 100;
    private static final int CHANGES = 101;
    private static final int POISON = 102;
    private static final String LONG_REMARK =
            "Zeile 1\r\nZeile 2\t<b>fett & wichtig</b> ]]> Ende\u2028 „Zitat“ 'einfach' \"doppelt\" ".repeat(6);

    private final long seed;
    private final int poisonPerThousand;

    /**
     * Customers of one seed.
     *
     * @param seed tells one house from another
     * @param poisonPerThousand how many of a thousand begin in a state no CRM can take; a change mends them
     */
    public Customers(long seed, int poisonPerThousand) {
        this.seed = seed;
        this.poisonPerThousand = poisonPerThousand;
    }

    /** The number of the customer at an index from 0. */
    public static String number(int index) {
        String digits = Integer.toString(index + 1);
        return "0000000000".substring(digits.length()) + digits;
    }

    /** A customer in one of its states. */
    public Customer at(int index, int revision, Instant changedAt) {
        int[] versions = versions(index, revision);
        boolean blocked = blocked(index, versions[BLOCKED]);
        Customer healthy = new Customer(
                number(index),
                revision,
                changedAt,
                identity(index, versions, blocked),
                terms(index, versions),
                reach(dice(index, REACH, versions), index, blocked),
                addresses(dice(index, ADDRESSES, versions)),
                contacts(dice(index, CONTACTS, versions)),
                remarks(dice(index, REMARKS, versions)),
                "");
        Dice poison = Dice.of(seed, index, POISON, 0);
        return revision == 0 && poison.below(1000) < poisonPerThousand ? Poison.into(healthy, poison) : healthy;
    }

    /** How often each aspect was changed up to a revision. */
    private int[] versions(int index, int revision) {
        int[] versions = new int[ASPECTS];
        Dice dice = Dice.of(seed, index, CHANGES, 0);
        for (int change = 0; change < revision; change++) {
            versions[dice.below(ASPECTS)]++;
        }
        return versions;
    }

    private Dice dice(int index, int aspect, int[] versions) {
        return Dice.of(seed, index, aspect, versions[aspect]);
    }

    private Customer.Identity identity(int index, int[] versions, boolean blocked) {
        Dice who = Dice.of(seed, index, WHO, 0);
        String name = CompanyNames.thrown(index, who);
        return new Customer.Identity(
                name,
                who.percent(30)
                        ? Written.of("Abt. " + who.pick("Einkauf", "Öffentlichkeit", "R&D"))
                        : Written.nothing(who),
                who.pick("MUSTER", "KUNDE", "ALT") + versions[HOUSEKEEPING],
                status(who, versions[STATUS]),
                blocked ? who.pick("J", "X") : who.pick("N", ""),
                who.pick("0010", "0071", "4711", "0800"),
                who.pick("D", "E", "F"),
                who.percent(70) ? Written.of("DE" + who.digits(9)) : Written.nothing(who),
                who.percent(90) ? date(who) : "00000000");
    }

    /** Flips between two values, so that a record comes back to what it was: A, B, A. */
    private static String status(Dice who, int version) {
        String[] way = who.pick("AP", "PA", "AX", "XA").split("", -1);
        return way[version % 2];
    }

    private boolean blocked(int index, int version) {
        boolean begins = Dice.of(seed, index, BLOCKED, 0).percent(20);
        return begins ^ (version % 2 == 1);
    }

    private Customer.Terms terms(int index, int[] versions) {
        Dice money = dice(index, REVENUE, versions);
        Dice stale = dice(index, HOUSEKEEPING, versions);
        return new Customer.Terms(
                money.pick("EUR", "EUR", "CHF", "USD"),
                GermanDecimal.thrown(money),
                money.percent(60) ? Written.of(GermanDecimal.thrown(money)) : Written.nothing(money),
                money.between(0, 12) + "," + money.below(10),
                money.pick("Z014", "Z030", "Z060"),
                stale.percent(80) ? date(stale) : "00000000");
    }

    private static Customer.Reach reach(Dice dice, int index, boolean blocked) {
        boolean nobody = blocked && dice.percent(40);
        String box = dice.pick("Info", "EINKAUF", "kontakt+erp", "Office.Mail");
        return new Customer.Reach(
                nobody ? Written.nothing(dice) : Written.of(box + index + "@Example" + dice.below(50) + ".COM"),
                dice.percent(85) ? Phone.thrown(dice) : new Phone(Written.nothing(dice), ""),
                dice.percent(50)
                        ? Written.of("https://www.example.com/k?id=" + index + "&v=" + dice.below(9))
                        : Written.nothing(dice));
    }

    private static List<Address> addresses(Dice dice) {
        List<Address> all = new ArrayList<>(4);
        if (dice.percent(30)) {
            all.add(Address.thrown("", dice));
        }
        int shipping = dice.percent(60) ? dice.between(0, 2) : 0;
        for (int i = 0; i < shipping; i++) {
            all.add(Address.thrown("SHIP", dice));
        }
        if (dice.percent(92)) {
            all.add(dice.below(all.size() + 1), Address.thrown("BILL", dice));
        }
        return all;
    }

    private static List<Contact> contacts(Dice dice) {
        int count = dice.percent(85) ? dice.between(0, 3) : 5;
        List<Contact> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(Contact.thrown(dice));
        }
        return all;
    }

    private static Written remarks(Dice dice) {
        return switch (dice.below(10)) {
            case 0 -> Written.of(LONG_REMARK + "Nr. " + dice.digits(4));
            case 1, 2, 3 -> Written.of("Bitte <nicht> anrufen & nur mailen, Akte " + dice.digits(4));
            case 4 -> Written.of("   ");
            default -> Written.nothing(dice);
        };
    }

    private static String date(Dice dice) {
        int month = dice.between(1, 12);
        int day = dice.between(1, 28);
        return "" + dice.between(1990, 2025) + (month < 10 ? "0" : "") + month + (day < 10 ? "0" : "") + day;
    }
}
