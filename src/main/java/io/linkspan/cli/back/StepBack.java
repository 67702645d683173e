package io.linkspan.cli.back;

import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes single steps of a mapping back. */
final class StepBack {
    /** Steps that refuse values but change none. */
    private static final Set<String> CHECKS = Set.of("oneOf", "min", "range", "pattern", "text");

    /** Steps that bring values into a form in which they may go back as they are. */
    private static final Set<String> TIDYING = Set.of(
            "trim",
            "foldBlanks",
            "normalize",
            "clean",
            "ascii",
            "fixEncoding",
            "max",
            "maxBytes",
            "lower",
            "upper",
            "capitalize",
            "titleCase",
            "phone",
            "country",
            "language",
            "currency",
            "email",
            "url",
            "iban",
            "gtin",
            "round",
            "clamp",
            "stripZeros",
            "padLeft",
            "padRight",
            "sort",
            "distinct");

    /** Steps with another that does the opposite with the same argument. */
    private static final Map<String, String> OPPOSITES = Map.of(
            "prefix", "stripPrefix",
            "stripPrefix", "prefix",
            "suffix", "stripSuffix",
            "stripSuffix", "suffix",
            "multiply", "divide",
            "divide", "multiply",
            "minorUnits", "majorUnits",
            "majorUnits", "minorUnits",
            "bits", "toBits",
            "toBits", "bits");

    private final @Nullable String zone;

    /** With the file's zone for times that name none. */
    StepBack(@Nullable String zone) {
        this.zone = zone;
    }

    Undone of(String step, YamlNode argument) {
        if (CHECKS.contains(step)) {
            return Undone.NOTHING;
        }
        if (TIDYING.contains(step)) {
            return Undone.NOTHING.losing("what " + step + " changed");
        }
        return switch (step) {
            case "decimal", "integer" -> NumberBack.of(argument);
            case "boolean" -> CodesBack.ofBoolean(argument);
            case "lookup" -> CodesBack.ofLookup(argument);
            case "date" -> TimesBack.ofDate(argument);
            case "dateTime" -> TimesBack.ofDateTime(argument, zone);
            case "negate", "not" -> Undone.by(step + ": true");
            case "htmlToText" -> Undone.by("textToHtml: true").losing("the markup");
            case "add" ->
                argument instanceof YamlText number
                        ? Undone.by("add: " + turned(number.text()))
                        : Undone.impossible("'add' takes another value of the record");
            default -> opposite(step, argument);
        };
    }

    private static Undone opposite(String step, YamlNode argument) {
        String other = OPPOSITES.get(step);
        if (other == null) {
            return Undone.impossible("nothing takes '" + step + "' back");
        }
        return argument instanceof YamlMap map && (map.has("from") || map.has("currencyFrom"))
                ? Undone.impossible("'" + step + "' takes another value of the record")
                : Undone.by(other + ": " + written(argument));
    }

    private static String turned(String number) {
        return number.startsWith("-") ? number.substring(1) : "-" + number;
    }

    /** An argument on one line, as YAML. */
    static String written(YamlNode node) {
        return switch (node) {
            case YamlText text -> text.quoted() ? "'" + text.text().replace("'", "''") + "'" : text.text();
            case YamlList list ->
                list.items().stream().map(StepBack::written).toList().toString();
            case YamlMap map ->
                map.entries().stream()
                        .map(entry -> entry.key() + ": " + written(entry.value()))
                        .reduce((some, more) -> some + ", " + more)
                        .map(all -> "{ " + all + " }")
                        .orElse("{}");
        };
    }
}
