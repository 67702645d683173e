package io.linkspan.flow;

import static io.linkspan.flow.Section.may;
import static io.linkspan.flow.Section.must;

import java.util.List;

/** The keys of {@code to}: where mapped records go. */
final class ToKeys {
    static final Section LOOKUP = Section.of(
            "lookup",
            must("request", new Expects.HttpCall(), "The search, such as GET /companies?ref={externalId}."),
            may("items", new Expects.Text(), "Where the list of hits stands in the answer; '.' (the body itself)."),
            may("id", new Expects.Text(), "Where the id stands within a hit; id."),
            may("notFound", new Expects.Texts(), "HTTP statuses that mean no hit; [404]."));

    static final Section ERRORS = Section.of(
            "errors",
            must("items", new Expects.Text(), "Where the list of errors stands in the answer."),
            must(
                    "match",
                    new Expects.Text(),
                    "Where an error names its record: the same value as in the results, or a list of such."),
            may("status", new Expects.Text(), "Where an error's status or code stands within it."),
            may("error", new Expects.Text(), "Where an error's message stands within it."));

    static final Section BATCH = Section.of(
            "batch",
            must("request", new Expects.HttpCall(), "The call, such as POST /v1/companies/batch/upsert."),
            may("size", new Expects.Count(1, 10_000), "Most records a call may hold; 100."),
            may("linger", new Expects.Span(), "How long to wait for a batch to fill; 200ms."),
            may(
                    "wrap",
                    new Expects.Text(),
                    "The property the records stand under in the request; a bare array if not written."),
            may(
                    "key",
                    new Expects.Text(),
                    "The property each record carries its idempotency key in, where the target knows one for each."),
            may("items", new Expects.Text(), "Where the results stand in the answer; '.' (the body itself)."),
            may(
                    "match",
                    new Expects.Word(List.of("order"), true),
                    "How a result finds its record: 'order', or the field of the record that comes back in the result."),
            may(
                    "trace",
                    new Expects.Text(),
                    "The property that is sent along with each record and comes back in its result, instead of 'match'."),
            may("errors", new Expects.Keys(ERRORS), "Where refused records are told apart from the results."),
            may("status", new Expects.Text(), "Where a result's status stands within it."),
            may("good", new Expects.Texts(), "Statuses that mean accepted; 200 to 299 and true."),
            may("error", new Expects.Text(), "Where a result's message stands within it."),
            may("id", new Expects.Text(), "Where the target's id stands within a result."));

    static final Section LIST = Section.of(
            "list",
            must(
                    "request",
                    new Expects.HttpCall(),
                    "The call for a page, such as GET /companies?limit={size}&after={cursor}; or {offset}."),
            must("key", new Expects.Text(), "Where an item names the source's key."),
            may("items", new Expects.Text(), "Where the list stands in the answer; '.' (the body itself)."),
            may("version", new Expects.Text(), "Where an item holds the source's version, as in from.version."),
            may("size", new Expects.Count(1, 100_000), "Items a page is asked to hold, {size} in the call; 500."),
            may("next", new Expects.Text(), "Where the answer names the next page; {offset} counts where not written."),
            may("first", new Expects.AnyText(), "What {cursor} is at first; nothing."));

    static final Section TO = Section.of(
            "to",
            may("system", new Expects.Text(), "The system's name in the configuration: linkspan.systems.NAME."),
            may(
                    "upsert",
                    new Expects.HttpCall(),
                    "Creates or updates in one call; {field} is filled from the mapped record, escaped."),
            may("lookup", new Expects.Keys(LOOKUP), "Finds the target's id by the record's fields before a create."),
            may("create", new Expects.HttpCall(), "Creates a record the target does not have."),
            may("update", new Expects.HttpCall(), "Updates a record; {id} is the target's own id."),
            may("id", new Expects.Text(), "Where the target's id stands in an answer; '.' for the whole body."),
            may(
                    "delete",
                    new Expects.HttpCall(),
                    "What becomes of a record that is gone at the source; {key} is the source's key, {id} the target's id."),
            may(
                    "deleteBody",
                    new Expects.Text(),
                    "The JSON that 'delete' sends where a record is to be changed and kept: '{\"status\": \"inactive\"}'."),
            may("list", new Expects.Keys(LIST), "How the target lists what it holds: to reconcile."),
            may("batch", new Expects.Keys(BATCH), "Many records in one call, with an outcome for each."),
            may(
                    "schema",
                    new Expects.Text(),
                    "The JSON Schema or OpenAPI component the output must fit: crm.yaml#/components/schemas/Company. Lint compares "
                            + "the fields with it."),
            may(
                    "enforceSchema",
                    new Expects.Flag(),
                    "true: each mapped record is checked by the schema too, and one that breaks it is not sent."));

    private ToKeys() {}
}
