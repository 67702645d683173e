package io.linkspan.mapping.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People's names taken apart. */
final class Names {
    private static final Set<String> TITLES = Set.of(
            "dr",
            "prof",
            "professor",
            "ing",
            "dipl",
            "dipl-ing",
            "dipl-kfm",
            "mag",
            "rer",
            "nat",
            "med",
            "phil",
            "jur",
            "hc",
            "h",
            "c",
            "univ",
            "pd",
            "doc",
            "rev",
            "hon",
            "sir",
            "lord",
            "lady",
            "dame");
    private static final Set<String> SALUTATIONS = Set.of(
            "herr",
            "herrn",
            "frau",
            "fräulein",
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "m",
            "mme",
            "mlle",
            "monsieur",
            "madame",
            "sr",
            "sra",
            "srta",
            "señor",
            "señora",
            "sig",
            "signor",
            "signora",
            "dhr",
            "mevr",
            "pan",
            "pani");
    private static final Set<String> SUFFIXES = Set.of(
            "jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "msc", "bsc", "ma", "ba", "llm", "dds", "cpa");
    private static final Set<String> PARTICLES = Set.of(
            "von", "vom", "van", "der", "den", "dem", "de", "zu", "zum", "zur", "da", "das", "di", "do", "dos", "du",
            "del", "della", "dell", "la", "las", "le", "les", "los", "ten", "ter", "te", "op", "af", "av", "al", "el",
            "bin", "ben", "ibn", "und", "y", "e", "'t", "d", "mac", "san", "santa", "st");

    private Names() {}

    static List<Function> all() {
        return List.of(namePart());
    }

    /** Which part of a name. */
    enum Part {
        FIRST,
        LAST,
        TITLE,
        SALUTATION,
        SUFFIX
    }

    private static Function namePart() {
        return Described.named("namePart", "Contacts")
                .summary("Takes one part of a person's full name.")
                .argument("""
                        `first`, `last`, `title` (Prof. Dr.), `salutation` (Frau, Mr.) or `suffix` (Jr., PhD); short for `{ part: first }`. The last name
                        begins with its particles (van, von der, de la); with a comma it stands first (Doe, Jane). A single word is a last name, or
                        with `{ part: …, single: first }` a first name. Nothing where there is no such part.""")
                .schema("""
                        {"type":["boolean","string","object"],"properties":{"part":{"enum":["first","last","title","salutation","suffix"]},
                        "single":{"enum":["first","last"]}},"required":["part"],"additionalProperties":false}""")
                .keys("part", "single")
                .example("last", "\"Dr. Ursula von der Leyen\"", "\"von der Leyen\"")
                .example("first", "\"Doe, Jane Mary\"", "\"Jane Mary\"")
                .example("title", "\"Herr Prof. Dr. Max Muster\"", "\"Prof. Dr.\"")
                .example("first", "\"Madonna\"", "null")
                .compiledBy(argument -> {
                    argument.needed("part", "namePart: last");
                    Part part = argument.choice("part", Part.class, Part.LAST);
                    boolean first = argument.choice("single", Part.class, Part.LAST) == Part.FIRST;
                    return (TextStep) (text, notes) -> new Name(text, first).part(part);
                });
    }

    /** A name taken apart. */
    private static final class Name {
        private final List<String> titles = new ArrayList<>();
        private final List<String> salutations = new ArrayList<>();
        private final List<String> suffixes = new ArrayList<>();
        private String first = "";
        private String last = "";

        Name(String text, boolean singleIsFirst) {
            String folded = Blanks.fold(text, false);
            int comma = folded.indexOf(',');
            List<String> words = words(comma < 0 ? folded : folded.substring(0, comma));
            if (comma >= 0) {
                List<String> behind = words(folded.substring(comma + 1).replace(",", " "));
                if (!behind.isEmpty()) {
                    first = String.join(" ", behind);
                    last = String.join(" ", words);
                    return;
                }
            }
            divide(words, singleIsFirst);
        }

        /** The words that are the name itself; the others are put aside. */
        private List<String> words(String text) {
            List<String> left = new ArrayList<>();
            String[] words = Blanks.trim(text).split(" ", -1);
            for (int i = 0; i < words.length; i++) {
                String bare = bare(words[i]);
                if (left.isEmpty() && i < words.length - 1 && SALUTATIONS.contains(bare)) {
                    salutations.add(words[i]);
                } else if (left.isEmpty() && isTitle(words[i], bare)) {
                    titles.add(words[i]);
                } else if (SUFFIXES.contains(bare)
                        && (!left.isEmpty() || !titles.isEmpty() || (i == 0 && words[i].endsWith(".")))) {
                    suffixes.add(words[i]);
                } else if (!words[i].isEmpty()) {
                    left.add(words[i]);
                }
            }
            return left;
        }

        private static boolean isTitle(String word, String bare) {
            return TITLES.contains(bare)
                    && (word.endsWith(".") || (bare.length() > 1 && !bare.equals("doc")) || word.length() == 1);
        }

        private static String bare(String word) {
            return word.replace(".", "").toLowerCase(Locale.ROOT);
        }

        private void divide(List<String> words, boolean singleIsFirst) {
            int start = words.size() - 1;
            while (start > 1 && PARTICLES.contains(bare(words.get(start - 1)))) {
                start--;
            }
            if (start <= 0) {
                String single = String.join(" ", words);
                first = singleIsFirst ? single : "";
                last = singleIsFirst ? "" : single;
            } else if (start == 1 && words.size() > 2 && isParticleFirst(words)) {
                last = String.join(" ", words);
            } else {
                first = String.join(" ", words.subList(0, start));
                last = String.join(" ", words.subList(start, words.size()));
            }
        }

        /** "van der Berg" has no first name. */
        private static boolean isParticleFirst(List<String> words) {
            String first = words.getFirst();
            return PARTICLES.contains(bare(first)) && Character.isLowerCase(first.codePointAt(0));
        }

        @Nullable
        String part(Part part) {
            String found =
                    switch (part) {
                        case FIRST -> first;
                        case LAST -> last;
                        case TITLE -> String.join(" ", titles);
                        case SALUTATION -> String.join(" ", salutations);
                        case SUFFIX -> String.join(" ", suffixes);
                    };
            return found.isEmpty() ? null : found;
        }
    }
}
