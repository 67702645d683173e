package io.linkspan.flow;

import io.linkspan.yaml.DidYouMean;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what stands between <code>${</code> and <code>}</code> in request templates. */
final class Templates {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final List<String> PLAIN =
            List.of("since", "until", "cursor", "size", "page", "offset", "search", "session");

    private Templates() {}

    /** What a request asks for, and so what can be filled in besides what every request knows. */
    enum Of {
        /** A page of a list. */
        LIST,
        /** The details of a listed record. */
        RECORD,
        /** One record by its key. */
        KEY;

        private boolean knows(String name) {
            return PLAIN.contains(name)
                    || name.matches("system\\.[\\w-]+")
                    || (this == RECORD && name.matches("record\\.\\S+"))
                    || (this == KEY && name.equals("key"));
        }
    }

    /** Notes unknown variables and returns the known ones used. */
    static Set<String> check(@Nullable YamlNode node, Of what, Problems problems) {
        Set<String> used = new LinkedHashSet<>();
        if (!(node instanceof YamlText template)) {
            return used;
        }
        Matcher variable = VARIABLE.matcher(template.text());
        while (variable.find()) {
            String name = variable.group(1);
            if (what.knows(name)) {
                used.add(name);
            } else {
                Place place = place(template, variable.start());
                problems.error(place, "unknown-variable", "unknown variable '${" + name + "}'", mend(name, what));
            }
        }
        return used;
    }

    private static String mend(String name, Of what) {
        if (name.startsWith("record.") && what != Of.RECORD) {
            return "a listed record is known only in the 'detail' request";
        }
        List<String> words = new ArrayList<>(PLAIN);
        words.add("system.NAME");
        if (what == Of.RECORD) {
            words.add("record.PATH");
        } else if (what == Of.KEY) {
            words.add("key");
        }
        return DidYouMean.mend(name, words);
    }

    /** In a block the line is known; its indentation is not, so the column is the block's own. */
    private static Place place(YamlText template, int index) {
        Place start = template.place();
        if (!template.text().contains("\n")) {
            return start;
        }
        int line = (int) template.text()
                .substring(0, index)
                .chars()
                .filter(c -> c == '\n')
                .count();
        return new Place(start.file(), start.line() + 1 + line, start.column());
    }
}
