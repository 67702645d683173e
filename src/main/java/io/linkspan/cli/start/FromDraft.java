package io.linkspan.cli.start;

import io.linkspan.cli.shape.Shape;
import io.linkspan.cli.start.Origin.Call;
import io.linkspan.cli.start.Origin.Detail;
import io.linkspan.cli.start.RequestDraft.Next;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes {@code from}: how a SOAP system is asked for records. */
final class FromDraft {
    private static final String CODE = "(.*/)?((return|result|status|error)_?(code|no)|return/type)";
    private static final String SUCCESS = "(.*/)?@?(is_?)?(success|ok|successful)";

    private final Origin origin;
    private final Call call;
    private final String system;
    private final String wsdl;
    private final Identity identity;
    private final Set<String> credentials = new TreeSet<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Makes the draft.
     *
     * @param system the source system's name
     * @param wsdl as seen from the flow file
     */
    FromDraft(Origin origin, Call call, String system, String wsdl, Identity identity) {
        this.origin = origin;
        this.call = call;
        this.system = system;
        this.wsdl = wsdl;
        this.identity = identity;
        write();
        credentials.forEach(
                name -> notes.add("the request needs linkspan.systems." + system + " to know '" + name + "'"));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** What a person must see to. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private void write() {
        RequestDraft request = new RequestDraft(call.request(), next(), identity.changed() != null);
        add("from:");
        add("  system: " + system);
        add("  wsdl: " + Yaml.text(wsdl));
        add("  pull:");
        call("    ", call, request);
        add("    records: " + Yaml.text(origin.records()));
        paging(request);
        errors("    ", origin.document());
        Detail detail = origin.detail();
        if (detail != null) {
            detail(detail);
        }
        add("    every: 1m");
        SourceField key = identity.key();
        SourceField version = identity.version();
        add("  key: " + Yaml.text(key == null ? "." : key.path()));
        if (version != null) {
            add("  version: " + Yaml.text(version.path()));
        }
    }

    private void detail(Detail detail) {
        List<SourceField> listed = SourceField.in(detail.entry());
        SourceField key = Identity.of(listed, detail.entry().name()).key();
        add("    detail:");
        call("      ", detail.call(), RequestDraft.ofDetail(detail.call().request(), listed, key));
        add("      record: " + Yaml.text(detail.record()));
        errors("      ", detail.document());
    }

    private void call(String indent, Call asked, RequestDraft request) {
        List<String> template = request.lines();
        add(indent + "operation: " + asked.operation());
        if (asked.soapAction() != null && !asked.soapAction().equals(asked.operation())) {
            add(indent + "soapAction: " + Yaml.text(asked.soapAction()));
        }
        if (!request.optional().isEmpty()) {
            add(indent + "# The request may also hold: " + String.join(", ", request.optional()));
        }
        add(indent + "request: |");
        template.forEach(line -> add(indent + "  " + line));
        credentials.addAll(request.credentials());
        open(asked.request());
    }

    /** What stands for an abstract type a person must say. */
    private void open(Shape request) {
        if (request.isOpen()) {
            notes.add("the schema leaves open what stands in <" + request.name() + "> of the request"
                    + (request.kinds().isEmpty() ? "" : ": one of " + String.join(", ", request.kinds())));
        }
        request.children().stream()
                .filter(child -> !child.name().equals(Shape.OPEN))
                .forEach(this::open);
    }

    private void paging(RequestDraft request) {
        String page = request.page(end());
        if (page != null) {
            add("    page: " + page);
        }
        SourceField changed = identity.changed();
        if (request.asksSince() && changed != null) {
            add("    since: { field: " + Yaml.text(changed.path()) + ", overlap: 1m }");
        }
    }

    /** Nobody can tell which values are good, so a person must say. */
    private void errors(String indent, Shape document) {
        String root = document.children().getFirst().step();
        named(document, CODE)
                .ifPresentOrElse(
                        code -> add(indent + "# errors: { path: " + root + "/" + code + ", good: [" + good(code)
                                + "] }  # which values are no error?"),
                        () -> named(document, SUCCESS)
                                .ifPresent(success -> add(indent + "# errors: { path: \"" + root + "/" + success
                                        + "\", good: [\"true\"] }")));
    }

    private static String good(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith("/type") ? "S, I, W, ''" : "\"0\"";
    }

    /** How the answer says that the last page is reached. */
    private String end() {
        Shape document = origin.document();
        String root = document.children().getFirst().step() + "/";
        return named(document, "(.*/)?@?(has_?more(records|pages)?|more_?(records|pages)?(available)?)")
                .map(more -> "more: " + Yaml.text(root + more))
                .or(() -> named(document, "(.*/)?@?(total_?pages|page_?count)")
                        .map(pages -> "pages: " + Yaml.text(root + pages)))
                .or(() -> named(document, "(.*/)?@?total(_?(count|records|results|rows|items|hits))?")
                        .map(total -> "total: " + Yaml.text(root + total)))
                .orElse("");
    }

    /** Where the next page begins. */
    private @Nullable Next next() {
        Shape document = origin.document();
        Optional<Next> said = named(document, ".*(cursor|nextpage|nexttoken|continuation|bookmark).*")
                .map(path -> new Next("cursor", document.children().getFirst().step() + "/" + path));
        boolean bookmarked = SourceField.in(call.request()).stream()
                .anyMatch(field -> field.name().toLowerCase(Locale.ROOT).contains("bookmark"));
        return said.or(() -> SourceField.in(origin.record()).stream()
                        .filter(field -> bookmarked
                                && field.path().toLowerCase(Locale.ROOT).matches("key|bookmark(key)?"))
                        .findFirst()
                        .map(field -> new Next("bookmark", Yaml.text(field.path()))))
                .orElse(null);
    }

    /** A value of an answer, besides the records, whose path is like this. */
    private static Optional<String> named(Shape document, String pattern) {
        return SourceField.in(document.children().getFirst()).stream()
                .filter(field ->
                        !field.list() && field.path().toLowerCase(Locale.ROOT).matches(pattern))
                .map(SourceField::path)
                .findFirst();
    }

    private void add(String line) {
        lines.add(line);
    }
}
