package io.linkspan.system;

import io.linkspan.system.answer.Beside;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a flow asks of its source: {@code from.pull} in the flow file. Paths go by local name from the body's first
 * element, {@code /} between steps, {@code *} for any name, {@code @name} last for an attribute: {@link
 * io.linkspan.system.answer.AnswerPath}.
 *
 * @param operation the operation's name, for logs and metrics
 * @param request the request's body as a template; values are escaped as they are filled in
 * @param soapAction the SOAPAction to send; null for the operation's name, empty for an empty one
 * @param records where the records stand in the answer
 * @param answer the element a good answer must have, or it is an error and not an empty page; by default the records'
 *     first step
 * @param page how the pages follow each other
 * @param errors business errors told inside a good answer, or null
 * @param detail a second call for each listed record, or null
 * @param leaveOut paths within a record dropped before anything is logged or stored
 * @param beside what the records need from beside them
 */
public record Pull(
        String operation,
        String request,
        @Nullable String soapAction,
        String records,
        @Nullable String answer,
        Paging page,
        @Nullable AnswerErrors errors,
        @Nullable Detail detail,
        List<String> leaveOut,
        Beside beside) {

    /** How the pages of a list follow each other. */
    public sealed interface Paging {
        /** Records a page is asked to hold; 0 where the template names no size. */
        int size();

        /** Everything in one answer. */
        record None() implements Paging {
            @Override
            public int size() {
                return 0;
            }
        }

        /** The answer names the next page; empty or absent at the end. */
        record Cursor(int size, String path) implements Paging {}

        /** A field of the last record is where the next page begins; an empty page is the end. */
        record Bookmark(int size, String field) implements Paging {}

        /** Counted in records from 0. */
        record Offset(int size, End end) implements Paging {}

        /**
         * Counted in pages.
         *
         * @param search how the pages after the first are asked for where the first one opens a search; or null
         */
        record PageNumber(
                int size, int first, End end, @Nullable Search search) implements Paging {}
    }

    /**
     * How the end of counted pages is known; an empty page always is. Where several are named, the first that says so counts.
     *
     * @param more where the answer says whether more pages follow ({@code true} or {@code 1}), or null
     * @param total where it says how many records there are in all, or null
     * @param pages where it says how many pages there are in all, or null
     * @param emptyOnly whether only an empty page is the end: for systems that hold less in a page than they were asked for
     */
    public record End(
            @Nullable String more,
            @Nullable String total,
            @Nullable String pages,
            boolean emptyOnly) {
        /** A page shorter than its size is the end. */
        public static final End SHORT = new End(null, null, null, false);
    }

    /**
     * A search that the first page opens and another operation goes on with, as NetSuite has it.
     *
     * @param id where the first answer names the search, {@code ${search}} in the requests that follow
     * @param operation the operation for the pages that follow
     * @param request its request
     * @param soapAction as in {@link Pull}
     */
    public record Search(
            String id,
            String operation,
            String request,
            @Nullable String soapAction) {}

    /**
     * A status inside an answer.
     *
     * @param path where the status stands
     * @param good the values that are no error
     * @param retriable values that may work later
     * @param login values that say the session or credential is no longer good
     * @param notFound values that say there is nothing: an empty page, or a record gone between list and detail, which is
     *     then left out
     * @param message where the explanation stands, or null
     */
    public record AnswerErrors(
            String path,
            Set<String> good,
            Set<String> retriable,
            Set<String> login,
            Set<String> notFound,
            @Nullable String message) {}

    /**
     * A second call for each listed record; its answer is the record.
     *
     * @param operation the operation's name
     * @param request the template; {@code ${record.PATH}} is filled from the listed record
     * @param soapAction as in {@link Pull}
     * @param record where the record stands in the answer
     * @param errors as in {@link Pull}
     */
    public record Detail(
            String operation,
            String request,
            @Nullable String soapAction,
            String record,
            @Nullable AnswerErrors errors) {}
}
