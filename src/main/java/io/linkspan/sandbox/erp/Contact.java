package io.linkspan.sandbox.erp;

/**
 * A person at a customer.
 *
 * @param role CEO, BUY, ACC or IT
 * @param first the first name, often missing
 * @param last the last name
 * @param email the address, often missing
 * @param phone the number, often missing
 */
public record Contact(String role, Written first, String last, Written email, Phone phone) {
    private static final String[] FIRST = {
        "Anna", "Jürgen", "Zoë", "Søren", "Lukáš", "Marie-Luise", "D'Arcy", "Ægir", "Mehmet", "José", "Xiù", "Björn"
    };
    private static final String[] LAST = {
        "Müller",
        "O'Neill",
        "von der Heide",
        "Straßer",
        "Yılmaz",
        "Nguyễn",
        "Święcicki",
        "Groß-Gerau",
        "Lee",
        "Ó Súilleabháin"
    };

    static Contact thrown(Dice dice) {
        return new Contact(
                dice.pick("CEO", "BUY", "ACC", "IT"),
                dice.percent(80) ? Written.of(dice.pick(FIRST)) : Written.nothing(dice),
                dice.pick(LAST),
                dice.percent(60) ? Written.of("p" + dice.digits(5) + "@example.org") : Written.nothing(dice),
                dice.percent(75) ? Phone.thrown(dice) : new Phone(Written.nothing(dice), ""));
    }
}
