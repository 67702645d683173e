package io.linkspan.mapping.function;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The months of a language, also where a system shortens them in its own way: Sep., Sept, Mrz. */
final class MonthNames {
    private static final int LEAST = 3;

    private final Locale locale;
    private final List<String> names = new ArrayList<>();

    MonthNames(Locale locale) {
        this.locale = locale;
        for (Month month : Month.values()) {
            names.add(month.getDisplayName(TextStyle.FULL, locale));
        }
    }

    /** The text with the first word that shortens a month's name written out; null where there is none. */
    @Nullable
    String spelledOut(String text) {
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length() && Character.isLetter(text.charAt(to))) {
                to++;
            }
            String name =
                    to - from < LEAST ? null : named(text.substring(from, to).toLowerCase(locale));
            if (name != null) {
                boolean dot = to < text.length() && text.charAt(to) == '.';
                return text.substring(0, from) + name + text.substring(dot ? to + 1 : to);
            }
            from = to + 1;
        }
        return null;
    }

    private @Nullable String named(String word) {
        List<String> beginning = names.stream()
                .filter(name -> name.toLowerCase(locale).startsWith(word))
                .toList();
        List<String> found = beginning.isEmpty()
                ? names.stream()
                        .filter(name -> isShort(word, name.toLowerCase(locale)))
                        .toList()
                : beginning;
        return found.size() == 1 ? found.getFirst() : null;
    }

    /** Whether the word has letters of the name, the first among them, in the name's order. */
    private static boolean isShort(String word, String name) {
        if (name.isEmpty() || word.charAt(0) != name.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < name.length() && at < word.length(); i++) {
            at += name.charAt(i) == word.charAt(at) ? 1 : 0;
        }
        return at == word.length();
    }
}
