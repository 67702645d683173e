package io.linkspan.chaos;

import io.linkspan.chaos.Accounts.Fate;
import io.linkspan.chaos.Accounts.Wrong;
import io.linkspan.chaos.Strikes.Strike;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run came to.
 *
 * @param seed the seed it can be repeated by
 * @param took from the first start to the verdict
 * @param settled how long after the last fault nothing was under way any more; null where something still was
 * @param accounts by flow
 * @param counts what the CRMs counted themselves, by flow
 * @param strikes every fault
 * @param unforeseen how often a replica ended that nobody had killed
 */
record Report(
        long seed,
        Duration took,
        Duration settled,
        boolean came,
        Map<String, Accounts> accounts,
        Map<String, Map<String, Object>> counts,
        List<Strike> strikes,
        int unforeseen) {

    /** Whether the promise was kept. A CRM that knows no keys may be told the same update twice; nothing else may be. */
    boolean good() {
        return came && accounts.entrySet().stream().allMatch(flow -> good(flow.getKey(), flow.getValue()));
    }

    private static boolean good(String flow, Accounts accounts) {
        for (Wrong wrong : Wrong.values()) {
            boolean allowed = wrong == Wrong.REPEATED && flow.equals(FlowFiles.KEYLESS);
            if (accounts.of(wrong) > 0 && !allowed) {
                return false;
            }
        }
        return true;
    }

    int records() {
        return accounts.values().stream().mapToInt(Accounts::states).sum();
    }

    int sum(Wrong wrong) {
        return accounts.values().stream().mapToInt(account -> account.of(wrong)).sum();
    }

    /** How often each fault was played, by family and name. */
    Map<String, Integer> played() {
        Map<String, Integer> played = new TreeMap<>();
        strikes.forEach(strike -> played.merge(strike.family() + ": " + strike.name(), 1, Integer::sum));
        return played;
    }

    /** A few lines. */
    String summary() {
        StringBuilder text = new StringBuilder("\nseed %d: %,d states of records, %d faults, %d s; %s%n"
                .formatted(
                        seed,
                        records(),
                        strikes.size(),
                        took.toSeconds(),
                        came ? "at rest " + settled.toSeconds() + " s after the last fault" : "NEVER CAME TO REST"));
        accounts.forEach(
                (flow, account) -> text.append("  %-10s %s | %s%n".formatted(flow, fates(account), wrongs(account))));
        accounts.forEach((flow, account) -> {
            if (!good(flow, account)) {
                text.append("  ")
                        .append(flow)
                        .append(' ')
                        .append(account.named())
                        .append('\n');
            }
        });
        return text.append(good() ? "  kept: 0 lost, 0 doubled, 0 inverted" : "  BROKEN")
                .toString();
    }

    private static String fates(Accounts account) {
        List<String> parts = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            parts.add(fate.name().toLowerCase(java.util.Locale.ROOT) + " " + account.of(fate));
        }
        return String.join(", ", parts);
    }

    private static String wrongs(Accounts account) {
        List<String> parts = new ArrayList<>();
        for (Wrong wrong : Wrong.values()) {
            parts.add(wrong.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " " + account.of(wrong));
        }
        return String.join(", ", parts);
    }

    /** As JSON, everything. */
    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("seed", seed);
        shown.put("good", good());
        shown.put("seconds", took.toSeconds());
        shown.put("settledAfterSeconds", settled.toSeconds());
        shown.put("records", records());
        shown.put("faults", strikes.size());
        Map<String, Object> flows = new LinkedHashMap<>();
        accounts.forEach((flow, account) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            for (Fate fate : Fate.values()) {
                one.put(fate.name(), account.of(fate));
            }
            for (Wrong wrong : Wrong.values()) {
                one.put(wrong.name(), account.of(wrong));
            }
            one.put("named", account.named());
            one.put("crm", counts.getOrDefault(flow, Map.of()));
            flows.put(flow, one);
        });
        shown.put("flows", flows);
        shown.put("played", played());
        shown.put("unforeseenEnds", unforeseen);
        shown.put(
                "strikes", strikes.stream().map(Strike::line).map(String::strip).toList());
        return shown;
    }
}
