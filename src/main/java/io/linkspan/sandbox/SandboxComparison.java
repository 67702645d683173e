package io.linkspan.sandbox;

import io.linkspan.sandbox.crm.Canonical;
import io.linkspan.sandbox.erp.Customer;
import io.linkspan.sandbox.erp.Customers;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares a sandbox CRM with a sandbox ERP, record by record, over HTTP: both may run anywhere. The ERP's records are
 * made anew from its seed, so that every state a customer ever had can be told, and with it whether the CRM was given
 * them in order. Both should stand still meanwhile.
 */
public final class SandboxComparison {
    private final SandboxClient erp;
    private final SandboxClient crm;
    private final Function<Customer, Optional<ObjectNode>> expectation;
    private final List<String> lost = new ArrayList<>();
    private final List<ComparisonReport.Difference> differing = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> extra = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();
    private final Map<History.Verdict, List<String>> verdicts = new HashMap<>();

    private SandboxComparison(URI erp, URI crm, Function<Customer, Optional<ObjectNode>> expectation) {
        this.erp = new SandboxClient(erp);
        this.crm = new SandboxClient(crm);
        this.expectation = expectation;
    }

    /** Compares with what {@link ExpectedCompany} expects. */
    public static ComparisonReport compare(URI erp, URI crm) {
        return compare(erp, crm, ExpectedCompany::of);
    }

    /**
     * Compares with another expectation.
     *
     * @param erp the ERP's address
     * @param crm the CRM's address
     * @param expectation what the CRM must hold of a customer; empty for nothing
     * @throws java.io.UncheckedIOException where one of the two does not answer
     */
    public static ComparisonReport compare(URI erp, URI crm, Function<Customer, Optional<ObjectNode>> expectation) {
        return new SandboxComparison(erp, crm, expectation).run();
    }

    private ComparisonReport run() {
        JsonNode stats = erp.json("/sandbox/stats");
        Customers customers = new Customers(
                stats.path("seed").asLong(), stats.path("poisonPerThousand").asInt());
        Map<String, List<List<Long>>> held = new HashMap<>();
        crm.lines("/sandbox/records?in=companies&content=false", line -> {
            JsonNode record = SandboxClient.parsed(line);
            held.computeIfAbsent(record.path("externalId").asString(""), none -> new ArrayList<>(1))
                    .add(record.path("history")
                            .valueStream()
                            .map(JsonNode::asLong)
                            .toList());
        });
        int companies = held.values().stream().mapToInt(List::size).sum();
        int[] counts = new int[2];
        erp.lines("/sandbox/revisions", line -> {
            String[] state = line.split(" ", -1);
            List<List<Long>> records = held.remove(Customers.number(Integer.parseInt(state[0])));
            judge(customers, state, records == null ? List.of() : records, counts);
        });
        extra.addAll(new TreeSet<>(held.keySet()));
        return report(counts[0], counts[1], companies);
    }

    private void judge(Customers customers, String[] state, List<List<Long>> records, int[] counts) {
        int index = Integer.parseInt(state[0]);
        int revision = Integer.parseInt(state[1]);
        Customer customer = customers.at(index, revision, Instant.ofEpochMilli(Long.parseLong(state[2])));
        if (records.size() > 1) {
            doubled.add(customer.number());
        }
        if (state[3].equals("1")) {
            records.stream().limit(1).forEach(record -> deleted.add(customer.number()));
            return;
        }
        counts[0]++;
        Optional<ObjectNode> expected = expectation.apply(customer);
        if (expected.isEmpty()) {
            counts[1]++;
            records.stream().limit(1).forEach(record -> extra.add(customer.number()));
        } else if (records.isEmpty()) {
            lost.add(customer.number());
        } else {
            compare(customer.number(), expected.get(), records.getFirst());
            order(customers, index, revision, records.getFirst());
        }
    }

    private void compare(String number, ObjectNode expected, List<Long> history) {
        if (Canonical.hash(Canonical.text(expected)) != history.getLast()) {
            differing.addAll(differences(number, SandboxClient.parsed(Canonical.text(expected))));
        }
    }

    private List<ComparisonReport.Difference> differences(String number, JsonNode expected) {
        List<ComparisonReport.Difference> found = new ArrayList<>();
        crm.lines("/sandbox/records?in=companies&externalId=" + number, line -> {
            JsonNode content = SandboxClient.parsed(line).path("content");
            if (content.isMissingNode()) {
                found.add(new ComparisonReport.Difference(number, "", "another content", "only its digest is kept"));
                return;
            }
            TreeSet<String> names = new TreeSet<>(expected.propertyNames());
            names.addAll(content.propertyNames());
            names.removeIf(name -> expected.path(name).equals(content.path(name)));
            names.forEach(name -> found.add(
                    new ComparisonReport.Difference(number, name, shown(expected, name), shown(content, name))));
        });
        return found;
    }

    private static String shown(JsonNode node, String name) {
        return node.has(name) ? node.path(name).toString() : "";
    }

    private void order(Customers customers, int index, int revision, List<Long> history) {
        if (history.size() > 1) {
            History states = new History(
                    revision,
                    state -> expectation
                            .apply(customers.at(index, state, Instant.EPOCH))
                            .map(expected -> Canonical.hash(Canonical.text(expected))));
            verdicts.computeIfAbsent(states.judge(history), none -> new ArrayList<>())
                    .add(Customers.number(index));
        }
    }

    private ComparisonReport report(int customers, int undeliverable, int companies) {
        return new ComparisonReport(
                customers,
                undeliverable,
                companies,
                List.copyOf(lost),
                List.copyOf(differing),
                List.copyOf(doubled),
                List.copyOf(extra),
                List.copyOf(deleted),
                verdicts(History.Verdict.REPEATED),
                verdicts(History.Verdict.INVERTED),
                verdicts(History.Verdict.STRANGE));
    }

    private List<String> verdicts(History.Verdict verdict) {
        return List.copyOf(verdicts.getOrDefault(verdict, List.of()));
    }
}
