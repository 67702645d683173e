package io.linkspan.mapping.function;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Characters that look alike, cannot be seen, or were read in the wrong encoding. */
final class Unicode {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Unicode() {}

    static List<Function> all() {
        return List.of(normalize(), clean(), ascii(), fixEncoding());
    }

    /** The forms of Unicode Standard Annex 15. */
    enum Form {
        NFC,
        NFD,
        NFKC,
        NFKD
    }

    private static Function normalize() {
        return Described.named("normalize", Texts.GROUP)
                .summary("Writes letters with accents one way (Unicode normalisation).")
                .argument(
                        "`true` for NFC, or `NFC`, `NFD`, `NFKC` (also ﬁ to fi, ② to 2, full width to plain), `NFKD`.")
                .schema("{\"enum\":[true,false,\"NFC\",\"NFD\",\"NFKC\",\"NFKD\"]}")
                .keys("form")
                .example("true", "\"Mu\\u0308ller\"", "\"Müller\"")
                .example("NFKC", "\"ﬁn ②\"", "\"fin 2\"")
                .compiledBy(argument -> {
                    Normalizer.Form form = Normalizer.Form.valueOf(
                            argument.choice("form", Form.class, Form.NFC).name());
                    return (TextStep) (text, notes) -> isAscii(text) ? text : Normalizer.normalize(text, form);
                });
    }

    private static Function clean() {
        return Described.named("clean", Texts.GROUP)
                .summary(
                        "Takes away what cannot be seen: control characters, zero-width and soft hyphens, byte order marks, marks of direction.")
                .argument("""
                        `true`. Tabs and line breaks stay (CR LF becomes LF); joiners stay where an emoji or a script such as Persian needs
                        them; halves of surrogate pairs go.""")
                .schema("{\"type\":\"boolean\"}")
                .keysOnly()
                .example("true", "\"\\ufeffMü\\u00adl\\u200bler\\u0007\"", "\"Müller\"")
                .example("true", "\"a\\r\\nb\"", "\"a\\nb\"")
                .compiledBy(argument -> (TextStep) (text, notes) -> Invisibles.without(text));
    }

    /** Which letters become two. */
    enum Letters {
        PLAIN,
        DE
    }

    private static Function ascii() {
        return Described.named("ascii", Texts.GROUP)
                .summary("Writes Latin letters without accents (é to e, ß to ss, ø to o, ł to l).")
                .argument(
                        "`true`, or `de`: ä becomes ae, ö oe, ü ue. A character that has no such letter becomes a question mark.")
                .schema("{\"enum\":[true,false,\"plain\",\"de\"]}")
                .keys("letters")
                .example("true", "\"Łódź Café Müller\"", "\"Lodz Cafe Muller\"")
                .example("de", "\"Müller Straße ÄÖ\"", "\"Mueller Strasse AeOe\"")
                .compiledBy(argument -> {
                    boolean german = argument.choice("letters", Letters.class, Letters.PLAIN) == Letters.DE;
                    return (TextStep) (text, notes) -> isAscii(text) ? text : LatinLetters.ascii(text, german);
                });
    }

    private static Function fixEncoding() {
        return Described.named("fixEncoding", Texts.GROUP)
                .summary(
                        "Mends UTF-8 that was read as Windows-1252 (MÃ¼ller to Müller); every other text stays as it is.")
                .argument("`true`.")
                .schema("{\"type\":\"boolean\"}")
                .keysOnly()
                .example("true", "\"MÃ¼ller\"", "\"Müller\"")
                .example("true", "\"Müller\"", "\"Müller\"")
                .compiledBy(argument -> (TextStep) (text, notes) -> isAscii(text) ? text : mended(text));
    }

    private static String mended(String text) {
        try {
            ByteBuffer bytes = WINDOWS_1252.newEncoder().encode(CharBuffer.wrap(text));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notMixedUp) {
            return text;
        }
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** A text as two are compared that mean the same: no case, accents, blanks or signs. */
    static String folded(@Nullable String text) {
        StringBuilder folded = new StringBuilder();
        String apart = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKD);
        apart.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(folded::appendCodePoint);
        return folded.toString().replace("ß", "ss").replace("ı", "i");
    }
}
