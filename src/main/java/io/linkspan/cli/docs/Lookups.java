package io.linkspan.cli.docs;

import io.linkspan.flow.Outline.Target;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of codes, each with what becomes of a code that is not in it. */
final class Lookups {
    private final Markdown page;
    private boolean begun;

    Lookups(Markdown page) {
        this.page = page;
    }

    void write(List<Target> targets) {
        for (Target target : targets) {
            if (target.rule() instanceof YamlMap rule) {
                inSteps(target, rule, rule.get("steps"));
                of(target, rule);
            }
        }
    }

    private void inSteps(Target target, YamlMap rule, @Nullable YamlNode steps) {
        if (steps instanceof YamlNode.YamlList list) {
            list.items().forEach(step -> {
                if (step instanceof YamlMap map) {
                    of(target, map.has("otherwise") ? map : with(map, rule));
                }
            });
        }
    }

    /** A step with what the field says of all its steps. */
    private static YamlMap with(YamlMap step, YamlMap rule) {
        List<YamlNode.Entry> entries = new ArrayList<>(step.entries());
        rule.entries().stream().filter(entry -> entry.key().equals("otherwise")).forEach(entries::add);
        return new YamlMap(step.place(), entries);
    }

    private void of(Target target, YamlMap rule) {
        if (!(rule.get("lookup") instanceof YamlMap lookup)) {
            return;
        }
        if (!begun) {
            page.heading(2, "Lookups");
            begun = true;
        }
        page.heading(3, Markdown.code(target.label()));
        YamlNode within = lookup.get("otherwise");
        String others = RuleWords.refused(within == null ? rule.get("otherwise") : within);
        boolean isLong = lookup.get("table") instanceof YamlMap || lookup.get("file") instanceof YamlText;
        YamlNode table = lookup.has("table") ? lookup.get("table") : lookup;
        if (lookup.get("file") instanceof YamlText name && !lookup.has("table")) {
            page.line("The codes are in the file " + Markdown.code(name.text()) + "; a code that is not there: "
                    + others + ".");
        } else if (table instanceof YamlMap codes) {
            List<List<String>> rows = new ArrayList<>();
            codes.entries().stream()
                    .filter(entry -> isLong || !entry.key().equals("otherwise"))
                    .forEach(entry -> rows.add(
                            List.of(Markdown.code(entry.key()), Markdown.code(RuleWords.shown(entry.value())))));
            rows.add(List.of("anything else", others));
            page.table(List.of("Source", "Target"), rows);
        }
        if (isLong && said(lookup, "ignoreCase")) {
            page.blank().line("Capital and small letters are the same.");
        }
    }

    private static boolean said(YamlMap lookup, String key) {
        return lookup.get(key) instanceof YamlText text && text.text().equals("true");
    }
}
