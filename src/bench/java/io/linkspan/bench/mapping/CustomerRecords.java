package io.linkspan.bench.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The ERP's customers that everybody maps: about 1.5 KB and 40 elements each, the same ones in every run. Among them is
 * what real files hold: entities and CDATA, characters beyond the BMP, prefixes, indentation, comments, padded and
 * missing values, one contact instead of three, addresses the other way round.
 */
final class CustomerRecords {
    static final int COUNT = 64;

    private static final String NAMESPACE = "urn:erp:customers:v1";
    private static final List<String> NAMES = List.of(
            "Müller &amp; Söhne Großhandel GmbH",
            "  Nordlicht Schiffsausrüstung KG  ",
            "<![CDATA[Becker & Partner <Werkzeuge>]]>",
            "Caf&#xE9; &#8364;uro Handels GmbH",
            "Ελληνικά Τρόφιμα ΑΕ",
            "O&apos;Neill &quot;Boats&quot; Ltd.",
            "Grüne Wiese 🌱 Gartenbau e.K.",
            "Stahl<![CDATA[ & ]]>Eisen Kontor");
    private static final List<String> STREETS =
            List.of("Am Großen Markt 12a", "Straße des 17. Juni 135", "Hafenkai 7 &amp; 9", "Rue de l&apos;Église 3");
    private static final List<String> CITIES = List.of("Köln", "Flensburg", "Århus", "Łódź", "München");
    private static final List<String> COUNTRIES = List.of("DE", "DK", "PL", "AT");
    private static final List<String> FIRST_NAMES = List.of("Jürgen", "Zoë", "Anne-Marie", "Øystein", "  Li ");
    private static final List<String> LAST_NAMES = List.of("Weiß", "Nguyễn", "von der Heide", "Çelik", "O&apos;Hara");
    private static final List<String> ROLES = List.of("BUYER", "ACCOUNTS", "OWNER");
    private static final List<String> STATUSES = List.of("A", "P", "X");
    private static final List<String> TERMS = List.of("Z014", "Z030", "Z060");
    // No third digit of 5: rounding in binary, as some contenders do, would be a coin toss there.
    private static final List<String> AMOUNTS =
            List.of("1.234.567,89", "98.765,432", "0,5", "-12.345,678", "7", "250.000,00", "999.999,999", "42,1");

    private final Random random = new Random(4711);

    private CustomerRecords() {}

    /** The records, each a document of its own in UTF-8. */
    static List<byte[]> all() {
        CustomerRecords records = new CustomerRecords();
        List<byte[]> all = new ArrayList<>(COUNT);
        for (int i = 0; i < COUNT; i++) {
            all.add(records.record(i).getBytes(StandardCharsets.UTF_8));
        }
        return List.copyOf(all);
    }

    private String record(int i) {
        String record = """
                <Customer xmlns="%s" language="%s">
                <CustomerNo>C-%06d</CustomerNo>
                <Name>%s</Name>
                <VatId>DE%09d</VatId>
                <Status>%s</Status>
                <Blocked>%s</Blocked>
                <Created>%d%02d%02d</Created>
                <ChangedAt>2026-03-%02dT08:15:30Z</ChangedAt>
                %s%s
                <CreditLimit>%s</CreditLimit>
                <PaymentTerms>%s</PaymentTerms>
                %s
                <Phone>+49 30 %07d</Phone>
                <SalesRep>%d</SalesRep>
                <Web>https://www.example.com/unternehmen</Web>
                <Memo>Liefert nur nach Absprache; Rechnung per Post &amp; E-Mail, bitte nicht vor 9 Uhr anrufen. Die Rampe \
                ist von 7 bis 15 Uhr besetzt, Paletten werden getauscht, Teillieferungen nur nach Freigabe durch den Einkauf.</Memo>
                <Addresses>%s</Addresses>
                <Contacts>%s</Contacts>
                </Customer>""".formatted(
                        NAMESPACE,
                        i % 3 == 0 ? "EN" : "DE",
                        100_000 + i,
                        pick(NAMES),
                        random.nextInt(1_000_000_000),
                        pick(STATUSES),
                        i % 4 == 0 ? "J" : "N",
                        1990 + random.nextInt(36),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        1 + random.nextInt(28),
                        segment(i),
                        "<Revenue currency=\"%s\">%s</Revenue>".formatted(i % 6 == 0 ? "CHF" : "EUR", pick(AMOUNTS)),
                        pick(AMOUNTS),
                        pick(TERMS),
                        i % 9 == 0 ? "" : "<EMail> Einkauf.%d@Example.COM </EMail>".formatted(i),
                        random.nextInt(10_000_000),
                        random.nextInt(900),
                        addresses(i),
                        contacts(i));
        return dressed(i, record);
    }

    private static String segment(int i) {
        return switch (i % 5) {
            case 2 -> "";
            case 4 -> "<Segment/>";
            default -> "<Segment>premium</Segment>";
        };
    }

    private String addresses(int i) {
        String bill = address("BILL");
        String ship = address("SHIP");
        return i % 4 == 1 ? ship + bill : bill + ship;
    }

    private String address(String type) {
        return "<Address type=\"%s\"><Street>%s</Street><Zip>%05d</Zip><City>%s</City><Country>%s</Country></Address>"
                .formatted(type, pick(STREETS), random.nextInt(100_000), pick(CITIES), pick(COUNTRIES));
    }

    private String contacts(int i) {
        int count =
                switch (i % 16) {
                    case 7 -> 1;
                    case 11 -> 2;
                    default -> 3;
                };
        StringBuilder contacts = new StringBuilder();
        for (int c = 0; c < count; c++) {
            String first = i % 7 == 3 && c == 0 ? "" : "<First>%s</First>".formatted(pick(FIRST_NAMES));
            contacts.append("<Contact role=\"%s\">%s<Last>%s</Last><EMail>Kontakt%d.%d@EXAMPLE.com</EMail></Contact>"
                    .formatted(ROLES.get(c), first, pick(LAST_NAMES), i, c));
        }
        return contacts.toString();
    }

    /** One way or another to write the same document: indented, prefixed, commented, or as short as it goes. */
    private static String dressed(int i, String record) {
        String flat = record.lines().map(String::strip).reduce("", String::concat);
        return switch (i % 8) {
            case 3 -> "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + record.replace("><", ">\n    <");
            case 5 -> flat.replaceAll("<(/?)(?=[A-Z])", "<$1c:").replace("xmlns=", "xmlns:c=");
            case 6 ->
                flat.replace("<Status>", "<!-- A, P or X -->\n<Status>")
                        .replace("<Phone>", "<?erp page %d?><Phone>".formatted(i));
            default -> flat;
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
