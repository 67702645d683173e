package io.linkspan.sandbox.erp;

/** Names of companies: plain ones, and those that break software. */
final class CompanyNames {
    private static final String[] OWNERS = {
        "Schäfer", "Krüger", "Weiß", "Łukasiewicz", "García", "Øster", "Çelik", "Hoffmann", "Brontë", "Nørregaard"
    };
    private static final String[] TRADES = {
        "Maschinenbau", "Kälte- & Klimatechnik", "Logistik", "Möbel", "Bürobedarf", "Feinkost", "Dächer", "Elektro"
    };
    private static final String[] FORMS = {"GmbH", "AG", "GmbH & Co. KG", "e.K.", "SE", "UG (haftungsbeschränkt)"};
    private static final String[] HARD = {
        "  Bäckerei Größenwahn & Söhne GmbH ",
        "Zoë's Café \"Zum Löwen\"",
        "👩‍👩‍👧‍👦 Familienzelt AG",
        "Mu\u0308ller (zerlegt) und Müller (ganz) OHG",
        "Åkesson\u00A0&\u00A0Co. KG",
        "O'Reilly & d'Arc S.à r.l.   ",
        "株式会社リンクスパン",
        "شركة الجسر للنقل",
        "Tab\there GmbH",
        "Wolle 100 %; DROP TABLE kunden;-- KG",
        "${jndi:ldap://invalid} {{name}} GmbH",
        "=SUMME(A1:A9) Handel",
        "NULL",
        "0",
        "No",
        "1e5",
        "Null\u200BBreite & weiches\u00ADTrennzeichen",
        "ﬁligran ﬂugs AG",
        "𝔐athematik & Söhne",
        "&amp;lt; schon maskiert &lt; KG",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿 Whisky Import",
        "Donaudampfschifffahrtsgesellschaft" + "sx".repeat(43) + "kapitän",
        "🚢".repeat(60) + "x".repeat(68)
    };

    private CompanyNames() {}

    /** The name of one company: the first ones are all hard, then one in twelve. */
    static String thrown(int index, Dice dice) {
        if (index < HARD.length || dice.below(12) == 0) {
            return HARD[index % HARD.length];
        }
        return dice.pick(OWNERS) + " " + dice.pick(TRADES) + " " + dice.pick(FORMS);
    }
}
