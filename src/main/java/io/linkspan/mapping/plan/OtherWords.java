package io.linkspan.mapping.plan;

import io.linkspan.yaml.DidYouMean;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the word of this language for one that a person knows from another. */
final class OtherWords {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("path", "from"),
            Map.entry("source", "from"),
            Map.entry("value", "const"),
            Map.entry("constant", "const"),
            Map.entry("if", "when"),
            Map.entry("condition", "when"),
            Map.entry("filter", "where"),
            Map.entry("map", "lookup"),
            Map.entry("mapping", "lookup"),
            Map.entry("enum", "lookup"),
            Map.entry("switch", "lookup"),
            Map.entry("translate", "lookup"),
            Map.entry("concat", "join"),
            Map.entry("firstof", "coalesce"),
            Map.entry("fallback", "coalesce"),
            Map.entry("foreach", "each"),
            Map.entry("loop", "each"),
            Map.entry("array", "each"),
            Map.entry("uppercase", "upper"),
            Map.entry("touppercase", "upper"),
            Map.entry("lowercase", "lower"),
            Map.entry("tolowercase", "lower"),
            Map.entry("substr", "substring"),
            Map.entry("regex", "extract"),
            Map.entry("regexp", "extract"),
            Map.entry("match", "pattern"),
            Map.entry("replaceall", "replacePattern"),
            Map.entry("number", "decimal"),
            Map.entry("float", "decimal"),
            Map.entry("double", "decimal"),
            Map.entry("int", "integer"),
            Map.entry("bool", "boolean"),
            Map.entry("string", "text"),
            Map.entry("tostring", "text"),
            Map.entry("timestamp", "dateTime"),
            Map.entry("todate", "date"),
            Map.entry("unique", "distinct"),
            Map.entry("orderby", "sort"),
            Map.entry("sortby", "sort"),
            Map.entry("top", "limit"),
            Map.entry("take", "limit"),
            Map.entry("avg", "average"),
            Map.entry("mean", "average"),
            Map.entry("size", "count"),
            Map.entry("truncate", "max"),
            Map.entry("maxlength", "max"),
            Map.entry("minlength", "min"),
            Map.entry("hash", "sha256"),
            Map.entry("striphtml", "htmlToText"),
            Map.entry("nullable", "absent"),
            Map.entry("mandatory", "required"),
            Map.entry("optional", "absent"));

    private OtherWords() {}

    /** The mend for a word that is not known. */
    static String mend(String written, Collection<String> known) {
        return meant(written, known)
                .map(word -> "did you mean '" + word + "'?")
                .orElse("the function reference lists them all");
    }

    /** The known word that was probably meant. */
    static Optional<String> meant(String written, Collection<String> known) {
        String same = WORDS.get(written.toLowerCase(Locale.ROOT).replace("-", ""));
        return Optional.ofNullable(same).filter(known::contains).or(() -> DidYouMean.nearest(written, known));
    }
}
