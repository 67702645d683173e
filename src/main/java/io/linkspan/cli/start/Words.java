package io.linkspan.cli.start;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names taken apart into their words, so that {@code CUST_NO} and {@code customerNumber} can be seen to be alike. */
final class Words {
    /** Words that systems use for the same thing; the first of each line stands for all. */
    private static final Map<String, String> SAME = same(
            "number no nr num nbr",
            "id identifier key guid uuid",
            "email emailaddress mailaddress mail",
            "phone tel telephone fon",
            "zip zipcode postcode postalcode plz",
            "city town ort",
            "street strasse addressline",
            "website url web homepage",
            "quantity qty menge",
            "currency ccy waehrung",
            "description desc text",
            "language lang",
            "customer cust client kunde",
            "name title bezeichnung",
            "note notes remark remarks comment comments",
            "vat vatid taxno vatnumber taxid",
            "created createdat createdon creation",
            "changed changedat modified modifiedat updated updatedat lastmodified",
            "state status stage");

    private Words() {}

    /** The words of a path or name, small, in order, with one word for each thing. */
    static List<String> of(String name) {
        String whole = canonical(plain(name));
        if (SAME.containsValue(whole)) {
            return List.of(whole);
        }
        List<String> words = new ArrayList<>();
        for (String word : mended(name)
                .split(
                        "[^\\p{Alnum}]+|(?<=[\\p{Lower}\\d])(?=\\p{Upper})|(?<=\\p{Upper})(?=\\p{Upper}\\p{Lower})",
                        -1)) {
            if (!word.isEmpty()) {
                words.add(canonical(word.toLowerCase(Locale.ROOT)));
            }
        }
        return words;
    }

    /** How much two lists of words have in common: 0 for nothing, 1 for everything. */
    static double alike(List<String> some, List<String> others) {
        Set<String> common = new HashSet<>(some);
        common.retainAll(others);
        return 2.0 * common.size() / (some.size() + others.size());
    }

    /** A name as JSON APIs write it: {@code CustomerNo} is {@code customerNo}, {@code VAT_NUMBER} {@code vatNumber}. */
    static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String part : mended(name).split("[^\\p{Alnum}]+", -1)) {
            String word = part.equals(part.toUpperCase(Locale.ROOT)) ? part.toLowerCase(Locale.ROOT) : part;
            camel.append(camel.isEmpty() ? lowered(word) : raised(word));
        }
        return camel.isEmpty() ? name : camel.toString();
    }

    private static String mended(String name) {
        return name.replaceFirst("(?i)\\be[-_]?mail", "Email");
    }

    private static String lowered(String word) {
        int capitals = 0;
        while (capitals < word.length() && Character.isUpperCase(word.charAt(capitals))) {
            capitals++;
        }
        int small = capitals > 1 && capitals < word.length() ? capitals - 1 : capitals;
        return word.substring(0, small).toLowerCase(Locale.ROOT) + word.substring(small);
    }

    private static String raised(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}]", "");
    }

    private static String canonical(String word) {
        return SAME.getOrDefault(word, word);
    }

    private static Map<String, String> same(String... lines) {
        Map<String, String> same = new HashMap<>();
        for (String line : lines) {
            List<String> words = Arrays.asList(line.split(" "));
            words.forEach(word -> same.put(word, words.getFirst()));
        }
        return Map.copyOf(same);
    }
}
