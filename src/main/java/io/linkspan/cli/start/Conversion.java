package io.linkspan.cli.start;

import io.linkspan.cli.lint.SchemaView;
import io.linkspan.cli.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps proposed for a value: from what the source says it is to what the target wants. */
final class Conversion {
    private static final Set<String> INTEGERS = Set.of(
            "int",
            "integer",
            "long",
            "short",
            "byte",
            "nonNegativeInteger",
            "positiveInteger",
            "unsignedInt",
            "unsignedLong",
            "unsignedShort");
    private static final Set<String> DECIMALS = Set.of("decimal", "double", "float");

    private Conversion() {}

    /** The options behind {@code from}, each {@code name: argument}; none for a value that is taken as it is. */
    static List<String> steps(SourceField field, @Nullable SchemaView target) {
        List<String> steps =
                new ArrayList<>(target == null ? bySource(field.shape()) : byTarget(field.shape(), target));
        if (target != null && field.shape().nillable() && target.isNullable() && !field.list()) {
            steps.add("nil: null");
        }
        if (isPersonal(field.name())) {
            steps.add("sensitive: true");
        }
        return steps;
    }

    /** What a person should see to, or empty. */
    static String remark(SourceField field, SchemaView target) {
        Shape shape = field.shape();
        if (target.types().contains("string") && !target.words().isEmpty()) {
            return new CodePairs(shape.words(), target.words()).remark();
        }
        boolean written = Set.of("date", "dateTime").contains(shape.type()) || isDay(shape);
        return target.format().startsWith("date") && !written && shape.sample().isEmpty() ? "how is it written?" : "";
    }

    /** Whether a name tells of something that must stand in no log. */
    static boolean isPersonal(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*(mail|phone|mobile|telefon|birth|iban|salary|bank).*")
                || name.toLowerCase(Locale.ROOT).matches("tel|fax");
    }

    /** Whether a name tells of something that must never leave the house. */
    static boolean isSecret(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*(passwor[dt]|secret|passwd|apikey|api_key|pass_crypted).*");
    }

    private static List<String> bySource(Shape shape) {
        String type = shape.isTyped() ? "" : shape.type();
        if (INTEGERS.contains(type)) {
            return List.of("integer: true");
        }
        if (DECIMALS.contains(type)) {
            return List.of("decimal: true");
        }
        if (!shape.isTyped() && TokenPair.of(shape.words()) != null) {
            return List.of(TokenPair.step(shape.words()));
        }
        if (isDay(shape)) {
            return List.of("date: true");
        }
        return switch (type) {
            case "boolean" -> List.of("boolean: true");
            case "time" -> List.of("time: true");
            case "date" -> List.of("date: true");
            case "dateTime" -> List.of("dateTime: true");
            default -> List.of();
        };
    }

    private static List<String> byTarget(Shape shape, SchemaView target) {
        Set<String> types = target.types();
        if (types.contains("number")) {
            return List.of("decimal: true");
        }
        if (types.contains("integer")) {
            return List.of("integer: true");
        }
        if (types.contains("boolean")) {
            return List.of(shape.type().equals("boolean") ? "boolean: true" : TokenPair.step(shape.words()));
        }
        return types.isEmpty() || types.contains("string") ? text(shape, target) : List.of();
    }

    /** Texts of XML Schema that are days by their pattern, as SAP has them. */
    private static boolean isDay(Shape shape) {
        return shape.pattern()
                .replace("[0-9]", "\\d")
                .matches("(\\\\d){4}-(\\\\d){2}-(\\\\d){2}|\\\\d\\{4}-\\\\d\\{2}-\\\\d\\{2}");
    }

    private static List<String> text(Shape shape, SchemaView target) {
        if (!target.words().isEmpty()) {
            return new CodePairs(shape.words(), target.words()).steps();
        }
        return switch (target.format()) {
            case "date" -> List.of("date: true");
            case "date-time" -> List.of("dateTime: true");
            default -> target.maxLength().map(most -> List.of("max: " + most)).orElse(List.of());
        };
    }
}
