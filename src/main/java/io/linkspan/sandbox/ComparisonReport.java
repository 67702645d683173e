package io.linkspan.sandbox;

import java.util.List;

/**
 * What became of the ERP's customers in the CRM. Lists name customers by their number.
 *
 * @param customers how many the ERP has, without deleted ones
 * @param undeliverable how many of them no CRM can take as they are
 * @param companies how many records the CRM has
 * @param lost not in the CRM, though they should be
 * @param differing in the CRM with another content
 * @param doubled in the CRM more than once
 * @param extra in the CRM, but unknown to the ERP or undeliverable as they are
 * @param deleted in the CRM still, though the ERP has deleted them
 * @param repeated given the same content again without a change that asks for it
 * @param inverted given an older content after a newer one
 * @param strange given a content at some time that no state of the customer asks for
 */
public record ComparisonReport(
        int customers,
        int undeliverable,
        int companies,
        List<String> lost,
        List<Difference> differing,
        List<String> doubled,
        List<String> extra,
        List<String> deleted,
        List<String> repeated,
        List<String> inverted,
        List<String> strange) {

    /**
     * A property that is not as it should be.
     *
     * @param customer the customer's number
     * @param field the property; empty where the CRM keeps digests only
     * @param expected what it should hold, as JSON; empty for nothing
     * @param found what it holds
     */
    public record Difference(String customer, String field, String expected, String found) {}

    /** Whether the CRM is the mapped ERP: nothing lost, different, doubled, invented or overtaken. */
    public boolean faithful() {
        return lost.isEmpty() && differing.isEmpty() && doubled.isEmpty() && extra.isEmpty() && inverted.isEmpty();
    }

    /** The counts in one line, and the first few findings of each kind below it. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        text.append("customers ").append(customers).append(", undeliverable ").append(undeliverable);
        text.append(", companies ").append(companies).append(", lost ").append(lost.size());
        text.append(", differing ")
                .append(customersDiffering())
                .append(", doubled ")
                .append(doubled.size());
        text.append(", extra ").append(extra.size()).append(", not deleted ").append(deleted.size());
        text.append(", repeated ").append(repeated.size()).append(", inverted ").append(inverted.size());
        show(text, "lost", lost);
        show(
                text,
                "differing",
                differing.stream()
                        .map(one -> one.customer + " " + one.field + ": " + one.found + " instead of " + one.expected)
                        .toList());
        show(text, "doubled", doubled);
        show(text, "extra", extra);
        show(text, "inverted", inverted);
        return text.toString();
    }

    /** How many customers differ, in however many properties. */
    public long customersDiffering() {
        return differing.stream().map(Difference::customer).distinct().count();
    }

    private static void show(StringBuilder text, String name, List<String> findings) {
        findings.stream()
                .limit(5)
                .forEach(
                        finding -> text.append("\n  ").append(name).append(": ").append(finding));
    }
}
