package io.linkspan.flow;

import static io.linkspan.flow.Section.may;
import static io.linkspan.flow.Section.must;

import java.util.List;

/** The keys of {@code from}: where records come from. */
final class FromKeys {
    static final Section ERRORS = Section.of(
            "errors",
            must("path", new Expects.Path(), "Where the status stands in the answer."),
            must("good", new Expects.Texts(), "The values that are no error."),
            may("retriable", new Expects.Texts(), "Values that may work later; they are tried again."),
            may("login", new Expects.Texts(), "Values that say the session or credential is no longer good."),
            may(
                    "notFound",
                    new Expects.Texts(),
                    "Values that say there is nothing: an empty page, or a record gone between list and detail."),
            may("message", new Expects.Path(), "Where the explanation stands."));

    static final Section SEARCH = Section.of(
            "search",
            must("id", new Expects.Path(), "Where the first answer names the search, ${search} in this request."),
            must("operation", new Expects.Text(), "The operation that asks for the pages after the first."),
            must("request", new Expects.Text(), "Its request's body, with ${search} and ${page}."),
            may("soapAction", new Expects.AnyText(), "The SOAPAction; the operation's name where nothing is written."));

    static final Section PAGE = Section.of(
            "page",
            may(
                    "size",
                    new Expects.Count(1, 1_000_000),
                    "Records a page is asked to hold, ${size} in the request; 500."),
            may("cursor", new Expects.Path(), "Where the answer names the next page, ${cursor} in the request."),
            may(
                    "bookmark",
                    new Expects.Path(),
                    "The field of the last record where the next page begins, ${cursor} in the request."),
            may("offset", new Expects.Flag(), "true: ${offset} counts records from 0."),
            may("number", new Expects.Count(0, 1), "The number of the first page, 0 or 1; ${page} counts from it."),
            may("more", new Expects.Path(), "Where the answer says whether more pages follow: true or 1."),
            may("total", new Expects.Path(), "Where the answer says how many records there are in all."),
            may("pages", new Expects.Path(), "Where the answer says how many pages there are in all."),
            may(
                    "end",
                    new Expects.Word(List.of("short", "empty"), false),
                    "What the last page is: 'short', less than the size (as ever), or 'empty', for systems that hold less in "
                            + "a page than they are asked for."),
            may(
                    "search",
                    new Expects.Keys(SEARCH),
                    "With 'number': the first page opens a search, and another operation asks for the pages after it."));

    static final Section DETAIL = Section.of(
            "detail",
            must("operation", new Expects.Text(), "The operation's name, for logs and metrics."),
            must(
                    "request",
                    new Expects.Text(),
                    "The request's body; ${record.PATH} is filled from the listed record, escaped."),
            may("soapAction", new Expects.AnyText(), "The SOAPAction; the operation's name where nothing is written."),
            must("record", new Expects.Path(), "Where the record stands in the answer."),
            may("errors", new Expects.Keys(ERRORS), "Business errors told inside a good answer."));

    static final Section SINCE = Section.of(
            "since",
            must("field", new Expects.Path(), "The record's field that says when it was changed."),
            may("overlap", new Expects.Span(), "How far each pull reaches back behind the last one; 0s."),
            may(
                    "format",
                    new Expects.Text(),
                    "How ${since} and ${until} are written and the field is read: a pattern such as yyyy-MM-dd HH:mm:ss; "
                            + "ISO 8601 in UTC where nothing is written."),
            may("zone", new Expects.Text(), "The time zone of values that name none, such as Europe/Berlin; UTC."),
            may(
                    "fieldFormat",
                    new Expects.Text(),
                    "How the field is written, where the request wants another 'format'."),
            may("fieldZone", new Expects.Text(), "The time zone of the field, where the request wants another 'zone'."),
            may(
                    "first",
                    new Expects.Text(),
                    "What the very first pull fills in for ${since}; nothing, so everything."));

    static final Section PULL = Section.of(
            "pull",
            may("operation", new Expects.Text(), "The operation's name, for logs, metrics and the SOAPAction."),
            may(
                    "request",
                    new Expects.Text(),
                    "The request's body as a template; ${since}, ${until}, ${cursor}, ${size}, ${page}, ${offset}, "
                            + "${session} and ${system.NAME} are filled in, escaped."),
            may(
                    "soapAction",
                    new Expects.AnyText(),
                    "The SOAPAction; the operation's name where nothing is written, none where it is empty."),
            must(
                    "records",
                    new Expects.Path(),
                    "Where the records stand in the answer, from the body's first element."),
            may(
                    "answer",
                    new Expects.Text(),
                    "The element a good answer must have, else it is an error and no empty page; the first step of "
                            + "'records' where nothing is written."),
            may(
                    "page",
                    new Expects.Keys(PAGE),
                    "How the pages follow each other; everything in one answer if not written."),
            may("since", new Expects.Keys(SINCE), "Pull only what changed."),
            may("every", new Expects.Span(), "How often to pull; 1m."),
            may("errors", new Expects.Keys(ERRORS), "Business errors told inside a good answer."),
            may("detail", new Expects.Keys(DETAIL), "A second call for each listed record; its answer is the record."),
            may(
                    "leaveOut",
                    new Expects.Texts(),
                    "Paths within a record that are dropped before anything is logged or stored."));

    static final Section FROM = Section.of(
            "from",
            may("system", new Expects.Text(), "The system's name in the configuration: linkspan.systems.NAME."),
            must("pull", new Expects.Keys(PULL), "How the records are asked for."),
            may("key", new Expects.Path(), "Where the record's key stands, from the record's element."),
            may(
                    "version",
                    new Expects.Path(),
                    "Where the record's version stands: a number or a time of change, in ISO 8601 or, where it is the field of "
                            + "'since', in its format. Without it the order of reading decides."),
            may("get", new Expects.Keys(ListKeys.GET), "How one record is asked for by its key: to send it again."),
            may("keys", new Expects.Keys(ListKeys.KEYS), "How the full list of keys is asked for: to reconcile."),
            may(
                    "deleted",
                    new Expects.Keys(ListKeys.DELETED),
                    "How deletions are noticed; to.delete says what follows."),
            may("xsd", new Expects.Text(), "An XML Schema beside this file that lint checks source paths against."),
            may("wsdl", new Expects.Text(), "A WSDL beside this file that lint checks source paths against."));

    private FromKeys() {}
}
