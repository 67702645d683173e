package io.linkspan.mapping.function;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The everyday functions of texts: writing a value out, trimming, upper and lower case. */
final class Texts {
    static final String GROUP = "Text";

    private static final String LOCALE_SCHEMA = """
            {"type":["boolean","string"],"description":"true, or the language whose letters count: tr"}""";

    private Texts() {}

    static List<Function> all() {
        return List.of(text(), trim(), foldBlanks(), upper(), lower(), capitalize(), titleCase());
    }

    private static Function text() {
        return Described.named("text", GROUP)
                .summary("Writes any value as a text: numbers without an exponent, booleans as true or false.")
                .argument("`true`.")
                .schema("{\"type\":\"boolean\"}")
                .keysOnly()
                .example("true", "12.50", "\"12.50\"")
                .example("true", "true", "\"true\"")
                .compiledBy(argument -> (TextStep) (text, notes) -> text);
    }

    /** Which end is trimmed. */
    enum End {
        BOTH,
        LEFT,
        RIGHT
    }

    private static Function trim() {
        return Described.named("trim", GROUP)
                .summary("Takes blanks away at both ends, no-break blanks among them.")
                .argument("`true` for both ends, or one of them: `left`, `right`.")
                .schema("{\"enum\":[true,false,\"both\",\"left\",\"right\"]}")
                .keys("end")
                .example("true", "\"  Z014 \\u00a0\"", "\"Z014\"")
                .example("left", "\"  a \"", "\"a \"")
                .compiledBy(argument -> switch (argument.choice("end", End.class, End.BOTH)) {
                    case BOTH ->
                        new TextStep.WithSlices((text, notes) -> Blanks.trim(text), slice -> slice.when(slice.trim()));
                    case LEFT -> (TextStep) (text, notes) -> Blanks.trimLeft(text);
                    case RIGHT -> (TextStep) (text, notes) -> Blanks.trimRight(text);
                });
    }

    /** What becomes of line breaks. */
    enum Lines {
        FOLD,
        KEEP
    }

    private static Function foldBlanks() {
        return Described.named("foldBlanks", GROUP)
                .summary(
                        "Makes every run of blanks, tabs, line breaks and no-break blanks one space, with none at the ends.")
                .argument("`true`, or `{ lines: keep }`: a run with a line break in it becomes one line break.")
                .schema(
                        "{\"type\":[\"boolean\",\"object\"],\"properties\":{\"lines\":{\"enum\":[\"fold\",\"keep\"]}},\"additionalProperties\":false}")
                .keysOnly("lines")
                .example("true", "\" Müller \\t &\\u00a0\\n Co \"", "\"Müller & Co\"")
                .example("{ lines: keep }", "\"a  b \\n\\n c\"", "\"a b\\nc\"")
                .compiledBy(argument -> {
                    boolean keep = argument.choice("lines", Lines.class, Lines.FOLD) == Lines.KEEP;
                    return (TextStep) (text, notes) -> Blanks.fold(text, keep);
                });
    }

    private static Function upper() {
        return Described.named("upper", GROUP)
                .summary("Makes every letter upper case (ß becomes SS).")
                .argument("`true`, or the language whose letters count: `tr` makes i an İ.")
                .schema(LOCALE_SCHEMA)
                .keys("locale")
                .example("true", "\"straße\"", "\"STRASSE\"")
                .example("tr", "\"izmir\"", "\"İZMİR\"")
                .compiledBy(argument -> {
                    Locale locale = argument.locale("locale", Locale.ROOT);
                    return inCase((text, notes) -> text.toUpperCase(locale), locale, false);
                });
    }

    private static Function lower() {
        return Described.named("lower", GROUP)
                .summary("Makes every letter lower case.")
                .argument("`true`, or the language whose letters count: `tr` makes I an ı.")
                .schema(LOCALE_SCHEMA)
                .keys("locale")
                .example("true", "\"Info@Example.COM\"", "\"info@example.com\"")
                .example("tr", "\"IĞDIR\"", "\"ığdır\"")
                .compiledBy(argument -> {
                    Locale locale = argument.locale("locale", Locale.ROOT);
                    return inCase((text, notes) -> text.toLowerCase(locale), locale, true);
                });
    }

    private static Step inCase(TextStep step, Locale locale, boolean lower) {
        return locale.equals(Locale.ROOT)
                ? new TextStep.WithSlices(step, slice -> slice.when(slice.toCase(lower)))
                : step;
    }

    private static Function capitalize() {
        return Described.named("capitalize", GROUP)
                .summary("Makes the first letter upper case and leaves the others.")
                .argument("`true`, or the language whose letters count.")
                .schema(LOCALE_SCHEMA)
                .keys("locale")
                .example("true", "\"müller KG\"", "\"Müller KG\"")
                .example("tr", "\"izmir\"", "\"İzmir\"")
                .compiledBy(argument -> {
                    Locale locale = argument.locale("locale", Locale.ROOT);
                    return (TextStep) (text, notes) -> capitalized(text, locale);
                });
    }

    private static Function titleCase() {
        return Described.named("titleCase", GROUP)
                .summary("Makes each word's first letter upper case and the others lower case.")
                .argument(
                        "`true`, or the language whose letters count. A word begins behind anything that is no letter, digit or apostrophe.")
                .schema(LOCALE_SCHEMA)
                .keys("locale")
                .example("true", "\"MÜLLER-LÜDENSCHEIDT gmbh\"", "\"Müller-Lüdenscheidt Gmbh\"")
                .example("true", "\"o'neil's bar\"", "\"O'neil's Bar\"")
                .compiledBy(argument -> {
                    Locale locale = argument.locale("locale", Locale.ROOT);
                    return (TextStep) (text, notes) -> titled(text, locale);
                });
    }

    private static String capitalized(String text, Locale locale) {
        if (text.isEmpty()) {
            return text;
        }
        int second = text.offsetByCodePoints(0, 1);
        String first = text.substring(0, second);
        return first.toUpperCase(locale).equals(first) ? text : first.toUpperCase(locale) + text.substring(second);
    }

    private static @Nullable Object titled(String text, Locale locale) {
        StringBuilder titled = new StringBuilder(text.length());
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isInWord(text.charAt(i))) {
                titled.append(capitalized(text.substring(start, i).toLowerCase(locale), locale));
                if (i < text.length()) {
                    titled.append(text.charAt(i));
                }
                start = i + 1;
            }
        }
        return titled.toString();
    }

    private static boolean isInWord(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || c == '\''
                || c == '\u2019';
    }
}
