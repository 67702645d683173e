package io.linkspan.cli.back;

import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
            "unescape",
            "uuid",
            "replacePattern",
            "sort",
            "distinct",
            "limit");

    /** Steps that make one number of a list. */
    private static final Set<String> AGGREGATES = Set.of("count", "sum", "average", "smallest", "largest");

    /** Steps behind which only a part of the value is left. */
    private static final Set<String> PIECES =
            Set.of("substring", "part", "extract", "item", "namePart", "streetPart", "mask", "abs", "sign");

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

    private final Path flow;
    private final @Nullable String zone;
    private final Function<String, Optional<String>> others;

    /**
     * For the steps of a file.
     *
     * @param flow the file, for the tables beside it
     * @param zone the file's zone for times that name none
     * @param others where another value of the record is read on the way back, by its source path
     */
    StepBack(Path flow, @Nullable String zone, Function<String, Optional<String>> others) {
        this.flow = flow;
        this.zone = zone;
        this.others = others;
    }

    Undone of(String step, YamlNode argument) {
        if (CHECKS.contains(step) || isOff(argument)) {
            return Undone.NOTHING;
        }
        if (TIDYING.contains(step)) {
            return Undone.NOTHING.losing("what " + step + " changed");
        }
        if (AGGREGATES.contains(step)) {
            return Undone.impossible("'" + step + "' leaves one number of a list");
        }
        if (PIECES.contains(step)) {
            return Undone.impossible("'" + step + "' keeps a part of the value only");
        }
        return switch (step) {
            case "decimal", "integer" -> NumberBack.of(argument);
            case "percent" -> NumberBack.ofPercent(argument);
            case "boolean" -> CodesBack.ofBoolean(argument);
            case "lookup" -> CodesBack.ofLookup(argument, flow);
            case "date" -> TimesBack.ofDate(argument);
            case "time" -> TimesBack.ofTime(argument);
            case "dateTime" -> TimesBack.ofDateTime(argument, zone);
            case "shift" -> TimesBack.ofShift(argument);
            case "negate", "not" -> Undone.by(step + ": true");
            case "htmlToText" -> Undone.by("textToHtml: true").losing("the markup");
            case "textToHtml" -> Undone.by("htmlToText: true");
            case "first", "last" -> Undone.NOTHING.losing("the entries besides the " + step);
            case "split", "joined", "template", "replace", "base64" -> TextsBack.of(step, argument);
            case "reference" -> Undone.impossible("it is the target's own id of another record");
            default -> opposite(step, argument);
        };
    }

    /** Whether an option of the way back takes a list as a whole, or makes one. */
    static boolean isAboutLists(String option) {
        return option.matches("(split|joined|toBits|bits):.*");
    }

    private static boolean isOff(YamlNode argument) {
        return argument instanceof YamlText text && text.text().equals("false");
    }

    private Undone opposite(String step, YamlNode argument) {
        String other = step.equals("add") ? step : OPPOSITES.get(step);
        if (other == null) {
            return Undone.impossible("nothing takes '" + step + "' back");
        }
        if (!(argument instanceof YamlMap map)) {
            if (step.equals("add") && argument instanceof YamlText number) {
                return Undone.by("add: " + turned(number.text()));
            }
            return step.equals("divide")
                    ? Undone.by("multiply: " + written(argument), "decimal: { strip: true }")
                    : Undone.by(other + ": " + written(argument));
        }
        List<Entry> options = new ArrayList<>();
        for (Entry option : map.entries()) {
            boolean path = List.of("from", "currencyFrom").contains(option.key());
            String read = path && option.value() instanceof YamlText text
                    ? others.apply(text.text()).orElse(null)
                    : null;
            if (path && (read == null || step.equals("add"))) {
                return Undone.impossible(
                        "'" + step + "' takes '" + written(option.value()) + "', which no field holds as it is");
            }
            options.add(read == null ? option : new Entry(option.place(), option.key(), quoted(option, read)));
        }
        return Undone.by(other + ": " + written(new YamlMap(argument.place(), options)));
    }

    private static YamlText quoted(Entry option, String text) {
        return new YamlText(option.place(), text, true);
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
