package io.linkspan.mapping.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CEL's functions on texts, lists and times; a text that is not there counts as empty. */
final class Calls {
    private Calls() {}

    /** The term of a function; null where there is no such function. */
    static @Nullable Term of(String function, List<Term> arguments) {
        return switch (function) {
            case "size" -> env -> size(arguments.getFirst().value(env));
            case "contains" -> texts(arguments, all -> all.get(0).contains(all.get(1)));
            case "startsWith" -> texts(arguments, all -> all.get(0).startsWith(all.get(1)));
            case "endsWith" -> texts(arguments, all -> all.get(0).endsWith(all.get(1)));
            case "matches" -> texts(arguments, all -> matches(all.get(0), all.get(1)));
            case "lowerAscii" -> texts(arguments, all -> all.getFirst().toLowerCase(Locale.ROOT));
            case "upperAscii" -> texts(arguments, all -> all.getFirst().toUpperCase(Locale.ROOT));
            case "trim" -> texts(arguments, all -> all.getFirst().strip());
            case "replace" ->
                arguments.size() == 3 ? texts(arguments, all -> all.get(0).replace(all.get(1), all.get(2))) : null;
            case "indexOf" ->
                arguments.size() == 2
                        ? texts(arguments, all -> (long) all.get(0).indexOf(all.get(1)))
                        : null;
            case "substring" -> substring(arguments);
            case "split" ->
                arguments.size() == 2
                        ? texts(
                                arguments,
                                all -> List.of(all.get(0).split(java.util.regex.Pattern.quote(all.get(1)), -1)))
                        : null;
            case "join" -> join(arguments);
            case "sum", "smallest", "largest" -> folded(function, arguments.getFirst());
            case "string" -> Operators.known(arguments, all -> text(all.getFirst()));
            case "int" -> Operators.known(arguments, all -> whole(all.getFirst()));
            case "double" -> Operators.known(arguments, all -> decimal(all.getFirst()));
            case "dyn" -> arguments.getFirst();
            case "timestamp" -> Operators.known(arguments, all -> time(all.getFirst()));
            case "duration" -> Operators.known(arguments, all -> duration(all.getFirst()));
            default -> TimeSpans.of(function, arguments);
        };
    }

    /** A calculation on texts. */
    private interface OnTexts {
        Object of(List<String> texts);
    }

    private static Term texts(List<Term> arguments, OnTexts calculation) {
        return env -> {
            List<String> texts = new ArrayList<>(arguments.size());
            for (Term argument : arguments) {
                Object value = argument.value(env);
                if (value == Unknown.VALUE) {
                    return Unknown.VALUE;
                }
                texts.add(value == null ? "" : text(value));
            }
            return calculation.of(texts);
        };
    }

    static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static Object size(@Nullable Object value) {
        return switch (value) {
            case null -> 0L;
            case String text -> (long) text.codePointCount(0, text.length());
            case List<?> list -> (long) list.size();
            case Map<?, ?> map -> (long) map.size();
            default -> Unknown.VALUE;
        };
    }

    private static boolean matches(String text, String pattern) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException | StackOverflowError bad) {
            throw new ExpressionException("the pattern is not understood");
        }
    }

    private static Term substring(List<Term> arguments) {
        return env -> {
            Object text = arguments.getFirst().value(env);
            Object from = arguments.get(1).value(env);
            Object to = arguments.size() > 2 ? arguments.get(2).value(env) : null;
            if (!(text instanceof String all) || !(from instanceof Long start)) {
                return Unknown.VALUE;
            }
            int length = all.codePointCount(0, all.length());
            long end = to instanceof Long given ? given : length;
            if (start < 0 || end > length || start > end) {
                throw new ExpressionException("the text is shorter");
            }
            return all.substring(all.offsetByCodePoints(0, start.intValue()), all.offsetByCodePoints(0, (int) end));
        };
    }

    private static Term join(List<Term> arguments) {
        return env -> {
            Object list = arguments.getFirst().value(env);
            Object with = arguments.size() > 1 ? arguments.get(1).value(env) : "";
            return list instanceof List<?> items
                    ? String.join(
                            String.valueOf(with),
                            items.stream().map(Calls::text).toList())
                    : Unknown.VALUE;
        };
    }

    /** One of the numbers of a list; what is not there does not count. */
    private static Term folded(String function, Term list) {
        return env -> {
            if (!(list.value(env) instanceof List<?> items)) {
                return Unknown.VALUE;
            }
            Object folded = function.equals("sum") ? 0L : Unknown.VALUE;
            for (Object item : items) {
                if (item != Unknown.VALUE) {
                    folded = folded == Unknown.VALUE ? item : fold(function, folded, item);
                }
            }
            return folded;
        };
    }

    private static Object fold(String function, Object folded, Object item) {
        if (function.equals("sum")) {
            return Numbers.calculate("_+_", folded, item);
        }
        boolean before = Numbers.compare(item, folded) < 0;
        return before == function.equals("smallest") ? item : folded;
    }

    private static Object whole(Object value) {
        BigDecimal number = value instanceof String text ? Numbers.parsed(text) : Numbers.decimal(value);
        BigDecimal cut = number.setScale(0, RoundingMode.DOWN);
        return cut.precision() <= 18 ? (Object) cut.longValue() : cut;
    }

    private static Object decimal(Object value) {
        return value instanceof String text ? Numbers.parsed(text) : Numbers.decimal(value);
    }

    private static Object time(Object value) {
        try {
            return value instanceof Instant time
                    ? time
                    : OffsetDateTime.parse(text(value)).toInstant();
        } catch (DateTimeParseException bad) {
            throw new ExpressionException("the text is no point in time with a zone");
        }
    }

    private static Object duration(Object value) {
        String text = text(value);
        String iso = text.endsWith("d") ? "P" + text : "PT" + text;
        try {
            return value instanceof Duration given ? given : Duration.parse(iso.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException bad) {
            throw new ExpressionException("the text is no duration such as 90m or 24h");
        }
    }
}
