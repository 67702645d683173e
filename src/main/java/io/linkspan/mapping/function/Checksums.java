package io.linkspan.mapping.function;

import java.util.List;
import java.util.Locale;

/** Numbers that check themselves. */
final class Checksums {
    private Checksums() {}

    static List<Function> all() {
        return List.of(iban(), gtin());
    }

    private static Function iban() {
        return Described.named("iban", "Ids and digests")
                .summary("Checks an IBAN by its check digits and writes it in upper case without blanks.")
                .argument("`true`.")
                .schema("{\"type\":\"boolean\"}")
                .refuses()
                .keysOnly()
                .example("true", "\"de89 3704 0044 0532 0130 00\"", "\"DE89370400440532013000\"")
                .example("true", "\"DE88370400440532013000\"", "error:invalid_iban")
                .compiledBy(argument -> (TextStep) (text, notes) -> {
                    String plain = compact(text).toUpperCase(Locale.ROOT);
                    if (plain.isEmpty() || isIban(plain)) {
                        return plain.isEmpty() ? null : plain;
                    }
                    notes.error("invalid_iban", "an IBAN with the right check digits was expected");
                    return null;
                });
    }

    private static Function gtin() {
        return Described.named("gtin", "Ids and digests")
                .summary("Checks a GTIN (EAN, UPC) of 8, 12, 13 or 14 digits by its check digit.")
                .argument("`true`. Blanks and hyphens go.")
                .schema("{\"type\":\"boolean\"}")
                .refuses()
                .keysOnly()
                .example("true", "\"4006381 333931\"", "\"4006381333931\"")
                .example("true", "\"4006381333932\"", "error:invalid_gtin")
                .compiledBy(argument -> (TextStep) (text, notes) -> {
                    String plain = compact(text);
                    if (plain.isEmpty() || isGtin(plain)) {
                        return plain.isEmpty() ? null : plain;
                    }
                    notes.error("invalid_gtin", "a GTIN with the right check digit was expected");
                    return null;
                });
    }

    private static String compact(String text) {
        StringBuilder compact = new StringBuilder(text.length());
        text.codePoints().filter(c -> !Blanks.isBlank(c) && c != '-').forEach(compact::appendCodePoint);
        return compact.toString();
    }

    /** ISO 13616: moved round and read with letters as numbers, the rest of a division by 97 is 1. */
    private static boolean isIban(String iban) {
        if (iban.length() < 15 || iban.length() > 34 || !iban.matches("[A-Z]{2}\\d{2}[A-Z0-9]+")) {
            return false;
        }
        String moved = iban.substring(4) + iban.substring(0, 4);
        int rest = 0;
        for (int i = 0; i < moved.length(); i++) {
            int value = Character.digit(moved.charAt(i), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }

    private static boolean isGtin(String digits) {
        if (!digits.matches("\\d{8}|\\d{12,14}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 0 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return sum % 10 == 0;
    }
}
