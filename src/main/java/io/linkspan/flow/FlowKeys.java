package io.linkspan.flow;

import static io.linkspan.flow.Section.may;
import static io.linkspan.flow.Section.must;

/** The keys of a flow file that are read here; those of the mapping itself are the engine's. */
final class FlowKeys {
    static final Section EXAMPLE = Section.of(
            "examples",
            must("given", new Expects.Text(), "The file with one or more source records, beside this file."),
            must("expect", new Expects.Text(), "The file with the expected outcome, beside this file."),
            may("records", new Expects.Path(), "Where the records stand in the given file; as in answers."),
            may(
                    "references",
                    new Expects.Table(),
                    "The target's ids of other flows' records: { customers: { 4711: c_9 } }."),
            may("name", new Expects.Text(), "What the example shows; the file's name where nothing is written."));

    static final Section RETRY = Section.of(
            "retry",
            may("attempts", new Expects.Count(1, 1_000), "Tries before a record is dead; 12."),
            may("maxAge", new Expects.Span(), "How long after its first try a record is given up; 3d."),
            may(
                    "first",
                    new Expects.Span(),
                    "How long the second try waits at least, doubled with each further one; 1s. The broker's retry tiers "
                            + "round it up."),
            may("longest", new Expects.Span(), "No try waits longer unless the target asks for it; 1h."));

    static final Section ROOT = Section.of(
            "a flow",
            may(
                    "flow",
                    new Expects.Text(),
                    "The flow's name: small letters, digits and dashes, unique among all files."),
            may("description", new Expects.AnyText(), "What the flow does, in a sentence for people."),
            may(
                    "draft",
                    new Expects.Flag(),
                    "true: the flow is checked and can be tried, but the service does not run it; false."),
            may("from", new Expects.Keys(FromKeys.FROM), "Where records come from."),
            may("to", new Expects.Keys(ToKeys.TO), "Where mapped records go."),
            may("records", new Expects.Path(), "Where records stand in a file, for a mapping without 'from'."),
            may(
                    "share",
                    new Expects.Texts(),
                    "Sections beside the records that each record gets as its last children: /Export/Customers."),
            may(
                    "hrefs",
                    new Expects.Flag(),
                    "true: href=\"#x\" and an empty element's ref=\"x\" stand for the element whose id is x."),
            may("sample", new Expects.Text(), "A file of source records that lint checks source paths against."),
            may("partitions", new Expects.Count(1, 64), "Work queues the flow's records are spread over; 4."),
            may("retry", new Expects.Keys(RETRY), "When a record that could not be delivered is given up."),
            may("examples", new Expects.ListOf(EXAMPLE), "Source records with what must become of them."));

    private FlowKeys() {}
}
