package io.linkspan.system.soap;

import io.linkspan.record.Payload;
import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Pull.Paging;
import io.linkspan.system.Pull.Search;
import io.linkspan.system.answer.AnswerShape;
import io.linkspan.system.answer.RecordScanner;
import io.linkspan.system.answer.ScannedAnswer;
import io.linkspan.system.answer.UnreadableAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the pages of one list follow each other. */
final class PagingPlan {
    private static final String CURSOR = "cursor";
    private static final String OFFSET = "offset";
    private static final String PAGE = "page";
    private static final String SEARCH = "search";

    /** Records read in the pages before: no request names it, the end by a total needs it. */
    private static final String READ = "read";

    private final Paging paging;

    PagingPlan(Paging paging) {
        this.paging = paging;
    }

    /** What must be read from an answer to find the next page. */
    List<String> wanted() {
        return switch (paging) {
            case Paging.Cursor cursor -> List.of(cursor.path());
            case Paging.Offset offset -> PagesEnd.wanted(offset.end());
            case Paging.PageNumber number -> {
                List<String> all = new ArrayList<>(PagesEnd.wanted(number.end()));
                if (number.search() != null) {
                    all.add(number.search().id());
                }
                yield all;
            }
            case Paging.None none -> List.of();
            case Paging.Bookmark bookmark -> List.of();
        };
    }

    /** The request's values with what the first page needs where nothing is said. */
    Map<String, String> fill(Map<String, String> asked) {
        Map<String, String> values = new HashMap<>(asked);
        if (paging.size() > 0) {
            values.putIfAbsent("size", String.valueOf(paging.size()));
        }
        switch (paging) {
            case Paging.Offset offset -> values.putIfAbsent(OFFSET, "0");
            case Paging.PageNumber number -> values.putIfAbsent(PAGE, String.valueOf(number.first()));
            case Paging.None none -> {
                // needs nothing
            }
            case Paging.Cursor cursor -> {
                // the first page has no cursor
            }
            case Paging.Bookmark bookmark -> {
                // the first page has no bookmark
            }
        }
        return values;
    }

    /** What asks for the next page, or null at the end. */
    @Nullable
    Map<String, String> next(Map<String, String> asked, Listing listing, ScannedAnswer answer) throws FaultException {
        return switch (paging) {
            case Paging.None none -> null;
            case Paging.Cursor cursor -> cursor(asked, answer.values().get(cursor.path()));
            case Paging.Bookmark bookmark -> bookmark(asked, listing, bookmark.field());
            case Paging.Offset offset -> {
                long read = number(OFFSET, asked) + listing.count();
                boolean over = new PagesEnd(offset.end(), offset.size()).reached(listing.count(), read, 0, answer);
                yield over ? null : Map.of(OFFSET, String.valueOf(read));
            }
            case Paging.PageNumber number -> page(number, asked, listing, answer);
        };
    }

    private static @Nullable Map<String, String> page(
            Paging.PageNumber paging, Map<String, String> asked, Listing listing, ScannedAnswer answer)
            throws FaultException {
        long page = number(PAGE, asked);
        long read = number(READ, asked) + listing.count();
        long pages = page - paging.first() + 1;
        if (new PagesEnd(paging.end(), paging.size()).reached(listing.count(), read, pages, answer)) {
            return null;
        }
        Map<String, String> next = new HashMap<>();
        next.put(PAGE, String.valueOf(page + 1));
        next.put(READ, String.valueOf(read));
        if (paging.search() != null) {
            next.put(SEARCH, search(paging.search(), asked, answer));
        }
        return next;
    }

    private static String search(Search search, Map<String, String> asked, ScannedAnswer answer) throws FaultException {
        String id = asked.getOrDefault(SEARCH, answer.values().getOrDefault(search.id(), ""));
        if (id.isBlank()) {
            throw new FaultException(new Fault.Misconfigured(
                    "search-missing", "the answer has no " + search.id() + ", which names the search to go on with"));
        }
        return id;
    }

    /** Whether a request goes on with a search, which is another operation. */
    static boolean goesOn(Map<String, String> asked) {
        return asked.containsKey(SEARCH);
    }

    private static @Nullable Map<String, String> cursor(Map<String, String> asked, @Nullable String next)
            throws FaultException {
        if (next == null || next.isBlank()) {
            return null;
        }
        if (next.equals(asked.get(CURSOR))) {
            throw stuck("the answer names the cursor it was asked with as the next one");
        }
        return Map.of(CURSOR, next);
    }

    private static @Nullable Map<String, String> bookmark(Map<String, String> asked, Listing listing, String field)
            throws FaultException {
        Payload last = listing.last();
        if (last == null) {
            return null;
        }
        String next = fieldOf(last, field);
        if (next == null || next.isBlank()) {
            throw new FaultException(new Fault.Misconfigured(
                    "bookmark-missing",
                    "the page's last record has no " + field + ", which should begin the next page"));
        }
        if (next.equals(asked.get(CURSOR))) {
            if (listing.count() == 1) {
                return null;
            }
            throw stuck("the page ends with the " + field + " it began with");
        }
        return Map.of(CURSOR, next);
    }

    private static FaultException stuck(String how) {
        return new FaultException(new Fault.Misconfigured("paging-stuck", how + ": the list would never end"));
    }

    private static @Nullable String fieldOf(Payload record, String field) {
        String path = "*/" + field;
        try {
            return new RecordScanner(AnswerShape.ofValues(List.of(path)))
                    .scan(new ByteArrayInputStream(record.bytes()), record.format(), null, ignored -> {})
                    .values()
                    .get(path);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (UnreadableAnswer impossible) {
            throw new IllegalStateException("a record that was just cut out cannot be read", impossible);
        }
    }

    private static long number(String name, Map<String, String> asked) throws FaultException {
        return PagesEnd.number("'" + name + "' in the page's request", asked.getOrDefault(name, "0"));
    }
}
