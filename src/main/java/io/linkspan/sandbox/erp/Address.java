package io.linkspan.sandbox.erp;

/**
 * An address of a customer.
 *
 * @param type BILL, SHIP, or empty where the attribute is missing
 * @param street street and number
 * @param zip the postal code; leading zeros count
 * @param city the town
 * @param country ISO 3166-1 alpha-2, or the plate on a car: D, A, F
 */
public record Address(String type, String street, String zip, String city, String country) {
    private static final String[] STREETS = {
        "Hauptstraße 1",
        "Am Käsberg 12 ½",
        "Straße des 17. Juni 135",
        "Kö 1–3 (Hof & Garten)",
        "c/o Bäcker, Weg 7",
        "An der \"Alten\" Mühle 5"
    };
    private static final String[] TOWNS = {
        "01067 Dresden DE",
        "06108 Halle (Saale) D",
        "80331 München D",
        "20095 Hamburg DE",
        "1010 Wien A",
        "5020 Salzburg AT",
        "8001 Zürich CH",
        "67000 Strasbourg F",
        "1012AB Amsterdam NL",
        "04109 Leipzig D"
    };

    static Address thrown(String type, Dice dice) {
        String town = dice.pick(TOWNS);
        int first = town.indexOf(' ');
        int last = town.lastIndexOf(' ');
        return new Address(
                type,
                dice.pick(STREETS),
                town.substring(0, first),
                town.substring(first + 1, last),
                town.substring(last + 1));
    }
}
