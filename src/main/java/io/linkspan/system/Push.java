package io.linkspan.system;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a flow asks of its target: {@code to} in the flow file. Either {@code upsert}, or {@code create} and {@code
 * update} with {@code lookup}.
 *
 * @param upsert create or update in one call, or null
 * @param lookup finds the target's id by the record's fields before a create, or null
 * @param create creates, or null
 * @param update updates; {@code {id}} is the target's id; or null
 * @param id where the target's id stands in an answer: a path, {@code .} for the whole body, null for none
 * @param batch many records in one call, or null
 */
public record Push(
        @Nullable Call upsert,
        @Nullable Lookup lookup,
        @Nullable Call create,
        @Nullable Call update,
        @Nullable String id,
        @Nullable Batch batch) {

    /**
     * An HTTP call.
     *
     * @param method the method
     * @param path the path below the system's address; {@code {field}} is filled from the mapped record, {@code {id}} by
     *     the target's id, escaped for a path segment or a query value
     */
    public record Call(String method, String path) {}

    /**
     * A search by the record's own fields.
     *
     * @param request the call
     * @param items where the list of hits stands, {@code .} for the body itself; one hit is an object or a list of one,
     *     two are an error
     * @param id where the id stands within a hit
     * @param notFound statuses that mean no hit, 404 among them
     */
    public record Lookup(Call request, String items, String id, Set<Integer> notFound) {}

    /**
     * A batch endpoint.
     *
     * @param request the call
     * @param size most records a call may hold
     * @param wrap the property the records stand under in the request, or null for a bare array
     * @param key the property each item carries its idempotency key in, or null where the target knows none for items
     * @param items where the results stand in the answer
     * @param match how a result finds its record
     * @param matchField for a match by id or trace: where it stands in record and result
     * @param status where an item's status stands, within a result; null where only errors are told
     * @param good statuses that mean accepted; empty for 200 to 299 and {@code true}
     * @param error where an item's message stands, or null
     * @param id where the target's id stands within a result, or null
     * @param errors where refused records are told apart from the results, or null
     */
    public record Batch(
            Call request,
            int size,
            @Nullable String wrap,
            @Nullable String key,
            String items,
            Match match,
            @Nullable String matchField,
            @Nullable String status,
            Set<String> good,
            @Nullable String error,
            @Nullable String id,
            @Nullable Errors errors) {}

    /**
     * A list of errors beside the results of a batch answer.
     *
     * @param items where the list stands in the answer
     * @param match where an error says which record it means: the same value as in the results, or a list of such
     * @param status where an error's status or code stands within it, or null
     * @param error where its message stands, or null
     */
    public record Errors(
            String items,
            String match,
            @Nullable String status,
            @Nullable String error) {}

    /** How an item of a batch answer finds its record. */
    public enum Match {
        /** The results stand in the order of the request. */
        ORDER,
        /** A field of the record comes back in the result. */
        ID,
        /** A property that is sent along with each record for this purpose comes back in the result. */
        TRACE
    }
}
