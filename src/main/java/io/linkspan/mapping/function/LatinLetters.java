package io.linkspan.mapping.function;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Latin letters by the letters of ASCII. */
final class LatinLetters {
    private static final Map<Integer, String> LETTERS = letters();

    private LatinLetters() {}

    private static Map<Integer, String> letters() {
        String[] pairs = {
            "ß", "ss", "ẞ", "SS", "æ", "ae", "Æ", "AE", "œ", "oe", "Œ", "OE", "ø", "o", "Ø", "O", "đ", "d", "Đ", "D",
                    "ð", "d", "Ð", "D",
            "þ", "th", "Þ", "Th", "ł", "l", "Ł", "L", "ħ", "h", "Ħ", "H", "ı", "i", "ĸ", "k", "ŋ", "n", "Ŋ", "N", "ŧ",
                    "t", "Ŧ", "T",
            "ſ", "s", "ə", "e", "Ə", "E", "‘", "'", "’", "'", "‚", "'", "“", "\"", "”", "\"", "„", "\"", "«", "\"", "»",
                    "\"", "–", "-",
            "—", "-", "‐", "-", "‑", "-", "−", "-", "…", "...", "€", "EUR", "£", "GBP", "№", "No", "×", "x", "·", "."
        };
        Map<Integer, String> letters = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            letters.put(pairs[i].codePointAt(0), pairs[i + 1]);
        }
        return Map.copyOf(letters);
    }

    static String ascii(String text, boolean german) {
        String whole = german ? umlauts(Normalizer.normalize(text, Normalizer.Form.NFC)) : text;
        String apart = Normalizer.normalize(whole, Normalizer.Form.NFKD);
        StringBuilder ascii = new StringBuilder(apart.length());
        apart.codePoints().forEach(c -> {
            if (c < 0x80) {
                ascii.append((char) c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                ascii.append(LETTERS.getOrDefault(c, Blanks.isBlank(c) ? " " : "?"));
            }
        });
        return ascii.toString();
    }

    private static String umlauts(String text) {
        return text.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue");
    }
}
