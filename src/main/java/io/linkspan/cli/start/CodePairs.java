package io.linkspan.cli.start;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Proposes which code of the source is which of the target. What nothing is like stays for a person. */
final class CodePairs {
    private static final double ENOUGH = 0.6;

    private final Set<String> source;
    private final Set<String> target;
    private final Map<String, String> pairs = new LinkedHashMap<>();

    /** Pairs codes; without any of the source the target's are taken for both. */
    CodePairs(Set<String> source, Set<String> target) {
        this.source = source;
        this.target = target;
        if (source.isEmpty()) {
            target.forEach(word -> pairs.put(word, word));
        }
        pair(1);
        pair(ENOUGH);
    }

    private void pair(double enough) {
        for (String code : source) {
            if (!pairs.containsKey(code)) {
                target.stream()
                        .filter(word -> likeness(code, word) >= enough && !pairs.containsValue(word))
                        .findFirst()
                        .ifPresent(word -> pairs.put(code, word));
            }
        }
    }

    private static double likeness(String code, String word) {
        String some = plain(code);
        String other = plain(word);
        if (some.equals(other)) {
            return 1;
        }
        boolean begins = some.length() > 2 && other.length() > 2 && (some.startsWith(other) || other.startsWith(some));
        return begins ? 0.8 : Words.alike(Words.of(code), Words.of(word));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The steps that make one of the other; a code that is not paired is refused. */
    List<String> steps() {
        if (pairs.isEmpty()) {
            return List.of("oneOf: [" + target.stream().map(Yaml::text).collect(Collectors.joining(", ")) + "]");
        }
        return List.of(
                pairs.entrySet().stream()
                        .map(pair -> Yaml.text(pair.getKey()) + ": " + Yaml.text(pair.getValue()))
                        .collect(Collectors.joining(", ", "lookup: { ", " }")),
                "otherwise: fail");
    }

    /** What is left over on both sides, or empty. */
    String remark() {
        Set<String> sources = new LinkedHashSet<>(source);
        sources.removeAll(pairs.keySet());
        Set<String> targets = new LinkedHashSet<>(target);
        targets.removeAll(pairs.values());
        List<String> parts = new ArrayList<>();
        if (source.isEmpty()) {
            parts.add("which codes has the source?");
        }
        if (!sources.isEmpty()) {
            parts.add("refused: " + String.join(", ", sources));
        }
        if (!sources.isEmpty() && !targets.isEmpty()) {
            parts.add("left in the target: " + String.join(", ", targets));
        }
        return String.join("; ", parts);
    }
}
