package io.linkspan.cli.start;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds for each field of the target the source field with the name most like it; none is taken twice. */
final class Pairing {
    private static final double ENOUGH = 0.6;

    private final Map<TargetField, Pair> pairs = new LinkedHashMap<>();

    /** Two fields and how much their names have in common. */
    record Pair(TargetField target, SourceField source, double likeness) {
        boolean certain() {
            return likeness > 0.99;
        }
    }

    /** Pairs fields; the record's key goes to what the target calls its external id. */
    Pairing(List<SourceField> sources, List<TargetField> targets, @Nullable SourceField key, List<String> record) {
        List<Pair> all = new ArrayList<>();
        for (TargetField target : targets) {
            for (SourceField source : sources) {
                double likeness = source.equals(key) && isExternalId(target) ? 1 : likeness(target, source, record);
                if (likeness >= ENOUGH && target.list() == source.list() && !source.unknown()) {
                    all.add(new Pair(target, source, likeness));
                }
            }
        }
        all.sort(Comparator.comparingDouble((Pair pair) -> -pair.likeness()));
        for (Pair pair : all) {
            boolean free =
                    pairs.values().stream().noneMatch(taken -> taken.source().equals(pair.source()));
            if (free) {
                pairs.putIfAbsent(pair.target(), pair);
            }
        }
    }

    /** What the target field is read from; null where nothing is like it. */
    @Nullable
    Pair of(TargetField target) {
        return pairs.get(target);
    }

    boolean takes(SourceField source) {
        return pairs.values().stream().anyMatch(pair -> pair.source().equals(source));
    }

    private static boolean isExternalId(TargetField target) {
        return target.name().toLowerCase(Locale.ROOT).matches("ext(ernal)?_?(id|ref|key|reference)|ref_ext");
    }

    /** The record's own words say nothing: a customer's name is the name. */
    private static double likeness(TargetField target, SourceField source, List<String> record) {
        List<String> wanted = Words.of(target.name());
        List<String> given = Words.of(source.path());
        List<String> bare =
                given.stream().filter(word -> !record.contains(word)).toList();
        double likeness = Words.alike(wanted, given);
        return bare.isEmpty() ? likeness : Math.max(likeness, Words.alike(wanted, bare));
    }
}
