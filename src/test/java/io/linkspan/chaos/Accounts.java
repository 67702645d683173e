package io.linkspan.chaos;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of every state of one flow, and what should not have happened. */
final class Accounts {
    private static final int NAMED = 20;

    private final Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    private final Map<Wrong, List<String>> wrongs = new EnumMap<>(Wrong.class);

    /** What became of a state. Each has exactly one. */
    enum Fate {
        /** The CRM was given it. */
        DELIVERED,
        /** It asks for nothing else than the CRM held already. */
        UNCHANGED,
        /** A later state took its place. */
        SUPERSEDED,
        /** It lies among the dead letters. */
        DEAD,
        /** Nobody knows of it. */
        LOST
    }

    /** What should not have happened to a record. */
    enum Wrong {
        /** The CRM has it more than once. */
        DOUBLED,
        /** The CRM was given the same state again. */
        REPEATED,
        /** The CRM was given an earlier state after a later one. */
        INVERTED,
        /** The CRM was given what no state asks for. */
        STRANGE,
        /** A state lies among the dead letters, and the CRM has it. */
        DEAD_AND_DELIVERED,
        /** The CRM's last content is not that of the last state that is not dead. */
        DIFFERENT,
        /** A state is lost. */
        MISSING,
        /** A state is dead after everything was mended and sent again, though the CRM would take it. */
        STILL_DEAD
    }

    void count(Fate fate) {
        fates.merge(fate, 1, Integer::sum);
    }

    void blame(Wrong wrong, String record) {
        wrongs.computeIfAbsent(wrong, none -> new ArrayList<>()).add(record);
    }

    int of(Fate fate) {
        return fates.getOrDefault(fate, 0);
    }

    int of(Wrong wrong) {
        return wrongs.getOrDefault(wrong, List.of()).size();
    }

    /** All states. */
    int states() {
        return fates.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The first few records something went wrong with, by what it was. */
    Map<String, List<String>> named() {
        Map<String, List<String>> named = new TreeMap<>();
        wrongs.forEach((wrong, records) ->
                named.put(wrong.name(), records.stream().limit(NAMED).toList()));
        return named;
    }
}
