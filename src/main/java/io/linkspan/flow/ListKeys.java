package io.linkspan.flow;

import static io.linkspan.flow.Section.may;
import static io.linkspan.flow.Section.must;

/** The keys of {@code from} that say how single records, full lists of keys and deletions are had. */
final class ListKeys {
    static final Section GET = Section.of(
            "get",
            must("operation", new Expects.Text(), "The operation's name, for logs and metrics."),
            must("request", new Expects.Text(), "The request's body; ${key} is filled in, escaped."),
            may("soapAction", new Expects.AnyText(), "The SOAPAction; the operation's name where nothing is written."),
            must("record", new Expects.Path(), "Where the record stands in the answer; it looks as in the list."),
            may("answer", new Expects.Text(), "The element a good answer must have; the first step of 'record'."),
            may("errors", new Expects.Keys(FromKeys.ERRORS), "Business errors told inside a good answer."));

    static final Section KEYS = Section.of(
            "keys",
            must("operation", new Expects.Text(), "The operation's name, for logs and metrics."),
            must("request", new Expects.Text(), "The request's body, as in 'pull', asking for everything there is."),
            may("soapAction", new Expects.AnyText(), "The SOAPAction; the operation's name where nothing is written."),
            must("records", new Expects.Path(), "Where the entries of the list stand in the answer."),
            must("key", new Expects.Path(), "Where an entry names the record's key; '.' for the entry itself."),
            may(
                    "version",
                    new Expects.Path(),
                    "Where an entry names the record's version, as in from.version; then records that differ are found."),
            may("answer", new Expects.Text(), "The element a good answer must have, as in 'pull'."),
            may("page", new Expects.Keys(FromKeys.PAGE), "How the pages follow each other, as in 'pull'."),
            may("errors", new Expects.Keys(FromKeys.ERRORS), "Business errors told inside a good answer."));

    static final Section DELETED = Section.of(
            "deleted",
            may("field", new Expects.Path(), "The record's field that says it is deleted."),
            may("values", new Expects.Texts(), "The values of 'field' that mean deleted."),
            may("operation", new Expects.Text(), "The operation that lists deletions; asked after each pull."),
            may("request", new Expects.Text(), "Its request's body, as in 'pull'."),
            may("soapAction", new Expects.AnyText(), "The SOAPAction; the operation's name where nothing is written."),
            may("records", new Expects.Path(), "Where the deletions stand in its answer."),
            may("key", new Expects.Path(), "Where a deletion names the record's key; '.' for the entry itself."),
            may(
                    "version",
                    new Expects.Path(),
                    "Where a deletion says when it was: in the same terms as from.version, or it could not be ordered."),
            may("answer", new Expects.Text(), "The element a good answer must have, as in 'pull'."),
            may("page", new Expects.Keys(FromKeys.PAGE), "How the pages follow each other, as in 'pull'."),
            may("since", new Expects.Keys(FromKeys.SINCE), "Ask only for what was deleted since the last pull."),
            may("errors", new Expects.Keys(FromKeys.ERRORS), "Business errors told inside a good answer."),
            may(
                    "absent",
                    new Expects.Flag(),
                    "true: what was delivered and is missing in the full list from.keys is gone; found by 'reconcile'."),
            may(
                    "most",
                    new Expects.Count(1, 1_000_000),
                    "Deletions by absence that one reconciliation may heal; above it, it refuses; 1000."),
            may(
                    "share",
                    new Expects.Count(1, 100),
                    "The same in percent of what was delivered; 10. Whichever is less counts."));

    private ListKeys() {}
}
