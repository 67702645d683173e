package io.linkspan.flow;

import io.linkspan.system.Pull.End;
import io.linkspan.system.Pull.Paging;
import io.linkspan.system.Pull.Search;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code from.pull.page} and sees to it that the request asks for what the paging fills in. */
final class PagingReader {
    private static final int SIZE = 500;
    private static final List<String> ENDS = List.of("more", "total", "pages", "end");
    private static final List<String> KINDS = List.of("cursor", "bookmark", "offset", "number");

    private final SectionReader pull;
    private final Set<String> used;

    PagingReader(SectionReader pull, Set<String> used) {
        this.pull = pull;
        this.used = used;
    }

    Paging paging() {
        SectionReader page = pull.section("page");
        if (page == null) {
            refuseUnfilled();
            return new Paging.None();
        }
        List<String> kinds = KINDS.stream().filter(page::has).toList();
        if (kinds.size() != 1) {
            String message = kinds.isEmpty() ? "'page' says no kind of paging" : "'page' says " + kinds;
            pull.error("page", "wrong-value", message, "write one of: cursor, bookmark, offset, number");
            return new Paging.None();
        }
        return paging(page, kinds.getFirst());
    }

    private Paging paging(SectionReader page, String kind) {
        int size = page.count("size", SIZE);
        return switch (kind) {
            case "cursor" -> new Paging.Cursor(size, cursor(page, kind));
            case "bookmark" -> new Paging.Bookmark(size, cursor(page, kind));
            case "offset" -> {
                counts("offset");
                yield page.flag("offset") ? new Paging.Offset(size, end(page)) : new Paging.None();
            }
            default -> {
                counts(page.has("search") ? "" : "page");
                yield new Paging.PageNumber(size, page.count("number", 1), end(page), search(page));
            }
        };
    }

    private static End end(SectionReader page) {
        List<String> said = ENDS.stream().filter(page::has).toList();
        if (said.size() > 1) {
            page.error(said.getLast(), "wrong-value", said + " say the same thing more than once", "keep one of them");
        }
        String word = page.text("end", "short");
        if (!word.equals("short") && !word.equals("empty")) {
            page.error("end", "wrong-value", "'end' holds '" + word + "'", "write short or empty");
        }
        return new End(page.path("more"), page.path("total"), page.path("pages"), word.equals("empty"));
    }

    private @Nullable Search search(SectionReader page) {
        SectionReader search = page.section("search");
        String id = search == null ? null : search.path("id");
        String operation = search == null ? null : search.text("operation");
        String request = search == null ? null : search.text("request");
        if (search == null || id == null || operation == null || request == null) {
            return null;
        }
        for (String variable : List.of("search", "page")) {
            if (!request.contains("${" + variable + "}")) {
                search.error(
                        "request",
                        "unused-variable",
                        "the request does not use ${" + variable + "}, so every page would be the same",
                        "put ${" + variable + "} into the request");
            }
        }
        return new Search(id, operation, request, search.text("soapAction"));
    }

    private String cursor(SectionReader page, String kind) {
        needs("cursor", "every page would be the first");
        String path = page.path(kind);
        return path == null ? "." : path;
    }

    /** Counted pages end with a short one, so the size must be asked for or be written down as the system's own. */
    private void counts(String variable) {
        if (!variable.isEmpty()) {
            needs(variable, "every page would be the first");
        }
        SectionReader page = pull.section("page");
        if (page != null && !page.has("size") && ENDS.stream().noneMatch(page::has)) {
            needs("size", "nobody would know which page is short");
        }
    }

    private void needs(String variable, String consequence) {
        if (!used.contains(variable)) {
            pull.error(
                    "page",
                    "unused-variable",
                    "the request does not use ${" + variable + "}, so " + consequence,
                    "put ${" + variable + "} into the request");
        }
    }

    private void refuseUnfilled() {
        for (String variable : List.of("cursor", "offset", "page", "size")) {
            if (used.contains(variable)) {
                pull.error(
                        "request",
                        "unknown-variable",
                        "the request uses ${" + variable + "}, but 'pull' says nothing about pages",
                        "write page: { size: 500, cursor: PATH } (or bookmark, offset, number) under pull");
                return;
            }
        }
    }
}
