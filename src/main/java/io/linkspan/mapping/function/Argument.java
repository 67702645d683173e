package io.linkspan.mapping.function;

import io.linkspan.yaml.DidYouMean;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a function's name, read key by key. A value alone ({@code decimal: de}) is read as the function's
 * first key ({@code decimal: { locale: de }}), {@code true} as no key at all. Mistakes are noted with their place.
 */
final class Argument {
    private final String function;
    private final YamlNode node;
    private final @Nullable String shortKey;
    private final Function.Surroundings surroundings;
    private final Problems problems;
    private boolean refused;

    Argument(
            String function,
            YamlNode node,
            @Nullable String shortKey,
            @Nullable Collection<String> keys,
            Function.Surroundings surroundings,
            Problems problems) {
        this.function = function;
        this.node = node;
        this.shortKey = shortKey;
        this.surroundings = surroundings;
        this.problems = problems;
        checkKeys(keys);
    }

    private void checkKeys(@Nullable Collection<String> keys) {
        if (keys != null && node instanceof YamlMap map) {
            map.entries().stream().filter(entry -> !keys.contains(entry.key())).forEach(entry -> {
                refused = true;
                problems.error(
                        entry.place(),
                        "unknown-key",
                        function + " has no '" + entry.key() + "'",
                        DidYouMean.mend(entry.key(), keys));
            });
        } else if (keys != null && shortKey == null && !bare()) {
            refuse(node, "expects true or a mapping", "one of the keys " + String.join(", ", keys));
        }
    }

    /** Whether only {@code true}, or nothing, was written. */
    boolean bare() {
        return node instanceof YamlText text && !text.quoted() && (text.text().equals("true") || text.isNull());
    }

    /** The argument as it was written. */
    YamlNode node() {
        return node;
    }

    Function.Surroundings surroundings() {
        return surroundings;
    }

    Problems problems() {
        return problems;
    }

    /** Whether a mistake was noted. */
    boolean refused() {
        return refused;
    }

    /** Notes a mistake in the argument. */
    void refuse(YamlNode where, String what, String mend) {
        refused = true;
        problems.error(where.place(), "bad-argument", function + " " + what, mend);
    }

    /** What was written under a key, or nothing. */
    @Nullable
    YamlNode at(String key) {
        if (node instanceof YamlMap map) {
            return map.get(key);
        }
        return key.equals(shortKey) && !bare() ? node : null;
    }

    boolean has(String key) {
        return at(key) != null;
    }

    /** What was written under a key that must be there. */
    @Nullable
    YamlNode needed(String key, String mend) {
        YamlNode value = at(key);
        if (value == null && !refused) {
            refuse(node, "needs '" + key + "'", mend);
        }
        return value;
    }

    @Nullable
    String text(String key) {
        return switch (at(key)) {
            case null -> null;
            case YamlText text -> text.text();
            case YamlNode other -> {
                refuse(other, "expects a single value for '" + key + "' instead of " + other.kind(), "");
                yield null;
            }
        };
    }

    String text(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    /** The text under a key that must be there; empty after a problem. */
    String neededText(String key, String mend) {
        return needed(key, mend) == null ? "" : text(key, "");
    }

    boolean flag(String key, boolean otherwise) {
        String text = text(key);
        if (text == null || text.equals("true") || text.equals("false")) {
            return text == null ? otherwise : text.equals("true");
        }
        refuse(place(key), "expects true or false for '" + key + "'", "");
        return otherwise;
    }

    int integer(String key, int least, int most, int otherwise) {
        String text = text(key);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below, as a number out of range is
        }
        refuse(place(key), "expects a whole number from " + least + " to " + most + " for '" + key + "'", "");
        return otherwise;
    }

    int neededInteger(String key, int least, int most, String mend) {
        return needed(key, mend) == null ? least : integer(key, least, most, least);
    }

    /** An exact number written as JSON writes it. */
    @Nullable
    BigDecimal number(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        BigDecimal number = DecimalReader.PLAIN.read(text);
        if (number == null) {
            refuse(place(key), "expects a number such as 1234.5 for '" + key + "'", "");
        }
        return number;
    }

    /** One of a few words; they are written in lower case with hyphens, any case and underscores are understood. */
    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        String text = text(key);
        if (text == null) {
            return otherwise;
        }
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String word = word(constant);
            if (word.equals(text.toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return constant;
            }
            words.add(word);
        }
        refuse(place(key), "does not know '" + text + "' for '" + key + "'", DidYouMean.mend(text, words));
        return otherwise;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One text or a list of them; empty where nothing was written. */
    List<String> texts(String key) {
        return switch (at(key)) {
            case null -> List.of();
            case YamlText text -> List.of(text.text());
            case YamlList list -> texts(key, list);
            case YamlMap map -> {
                refuse(map, "expects a value or a list for '" + key + "' instead of a mapping", "");
                yield List.of();
            }
        };
    }

    /** A mapping of single values; empty where nothing was written. */
    Map<String, String> map(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        YamlNode value = at(key);
        if (value instanceof YamlMap map) {
            map.entries().forEach(entry -> {
                if (entry.value() instanceof YamlText text) {
                    texts.put(entry.key(), text.text());
                } else {
                    refuse(entry.value(), "expects single values in '" + key + "'", "");
                }
            });
        } else if (value != null) {
            refuse(value, "expects a mapping for '" + key + "' instead of " + value.kind(), "");
        }
        return texts;
    }

    private List<String> texts(String key, YamlList list) {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : list.items()) {
            if (item instanceof YamlText text) {
                texts.add(text.text());
            } else {
                refuse(item, "expects single values in '" + key + "' instead of " + item.kind(), "");
            }
        }
        return texts;
    }

    /** A locale by its language tag ({@code de}, {@code de-CH}). */
    Locale locale(String key, Locale otherwise) {
        String tag = text(key);
        if (tag == null) {
            return otherwise;
        }
        Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
        if (!Languages.KNOWN.contains(locale.getLanguage())) {
            refuse(place(key), "does not know the locale '" + tag + "'", "write a language tag such as de or de-CH");
            return otherwise;
        }
        return locale;
    }

    /** A sibling value's handle, or {@link Function.Surroundings#NO_SIBLING} where none was asked for. */
    int sibling(String key) {
        YamlNode path = at(key);
        return path == null ? Function.Surroundings.NO_SIBLING : sibling(path);
    }

    int sibling(YamlNode path) {
        int sibling = surroundings.sibling(path, problems);
        refused |= sibling == Function.Surroundings.NO_SIBLING;
        return sibling;
    }

    /** Where to point for a key: its value, or the whole argument. */
    YamlNode place(String key) {
        YamlNode value = at(key);
        return value == null ? node : value;
    }

    /** The languages there are, by their two-letter codes. */
    private static final class Languages {
        private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());
    }
}
