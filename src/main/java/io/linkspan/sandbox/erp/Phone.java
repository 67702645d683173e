package io.linkspan.sandbox.erp;

/**
 * A phone number as somebody typed it, and what it means.
 *
 * @param written as it stands in the ERP; may say nothing
 * @param e164 the number by ITU-T E.164, empty where nothing is written
 */
public record Phone(Written written, String e164) {
    static final Phone NONE = new Phone(Written.ABSENT, "");

    /** Country code, area and length of the subscriber's number: prefixes that are in use. */
    private static final String[] RANGES = {
        "49 30 8", "49 89 8", "49 40 8", "49 151 8", "49 171 7", "49 221 7", "43 1 7", "43 664 7", "41 44 7", "41 79 7"
    };

    /** A number in one of the spellings people use. German ones also without the country code. */
    static Phone thrown(Dice dice) {
        String[] range = dice.pick(RANGES).split(" ", -1);
        String subscriber = dice.between(2, 9) + dice.digits(Integer.parseInt(range[2]) - 1);
        String country = range[0];
        String area = range[1];
        int spelling = country.equals("49") ? dice.below(9) : dice.below(4);
        String text =
                switch (spelling) {
                    case 0 -> "+" + country + " " + area + " " + subscriber;
                    case 1 -> "00" + country + area + subscriber;
                    case 2 -> "+" + country + "-" + area + "-" + pairs(subscriber, "-");
                    case 3 -> "+" + country + " (0)" + area + " " + pairs(subscriber, " ");
                    case 4 -> "0" + area + "/" + subscriber;
                    case 5 -> "(0" + area + ") " + pairs(subscriber, " ");
                    case 6 -> " 0" + area + " " + subscriber + " ";
                    case 7 -> "0" + area + "\u00A0" + pairs(subscriber, "\u00A0");
                    default -> "0" + area + subscriber;
                };
        return new Phone(Written.of(text), "+" + country + area + subscriber);
    }

    private static String pairs(String digits, String between) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            text.append(i > 0 && i % 2 == 0 ? between : "").append(digits.charAt(i));
        }
        return text.toString();
    }
}
