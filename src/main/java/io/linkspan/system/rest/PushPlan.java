package io.linkspan.system.rest;

import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Push;
import io.linkspan.system.settings.SystemSettings.Quotes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a flow asks of its target, compiled.
 *
 * @param id where an answer tells the target's id, or null
 */
record PushPlan(
        @Nullable Call upsert,
        @Nullable Lookup lookup,
        @Nullable Call create,
        @Nullable Call update,
        @Nullable String id,
        @Nullable Call batch) {

    static PushPlan of(Push push, Quotes quotes) {
        return new PushPlan(
                call(push.upsert(), quotes),
                push.lookup() == null ? null : Lookup.of(push.lookup(), quotes),
                call(push.create(), quotes),
                call(push.update(), quotes),
                push.id(),
                push.batch() == null ? null : call(push.batch().request(), quotes));
    }

    private static @Nullable Call call(Push.@Nullable Call call, Quotes quotes) {
        return call == null
                ? null
                : new Call(call.method().toUpperCase(Locale.ROOT), new AddressTemplate(call.path(), quotes));
    }

    /** A call. */
    record Call(String method, AddressTemplate address) {}

    /** A search, and how its answer is understood. */
    record Lookup(Call call, String items, String id, Set<Integer> notFound) {
        private static Lookup of(Push.Lookup lookup, Quotes quotes) {
            Set<Integer> notFound = new HashSet<>(lookup.notFound());
            notFound.add(404);
            return new Lookup(
                    new Call(
                            lookup.request().method().toUpperCase(Locale.ROOT),
                            new AddressTemplate(lookup.request().path(), quotes)),
                    lookup.items(),
                    lookup.id(),
                    notFound);
        }

        /**
         * The id of the one record found, or nothing.
         *
         * @throws FaultException for two hits, and for an answer that does not say whether there is one: taking that for "no"
         *     would create a duplicate
         */
        Optional<String> idIn(RestAnswer answer) throws FaultException {
            if (notFound.contains(answer.status()) || answer.status() == 204) {
                return Optional.empty();
            }
            JsonNode found = JsonPlace.find(answer.json(), items).orElseThrow(() -> unclear("has no " + items));
            List<JsonNode> hits = hits(found);
            if (hits.size() > 1) {
                String said =
                        hits.size() + " records of the target answer to one look-up: merge them, or make it stricter";
                throw new FaultException(new Fault.Refused("ambiguous-lookup", said, null));
            }
            if (hits.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    JsonPlace.text(hits.getFirst(), id).orElseThrow(() -> unclear("has a record without " + id)));
        }

        private static List<JsonNode> hits(JsonNode found) {
            List<JsonNode> hits = new ArrayList<>();
            if (found.isArray()) {
                found.forEach(hits::add);
            } else if (!found.isNull()) {
                hits.add(found);
            }
            return hits;
        }

        private static FaultException unclear(String said) {
            return new FaultException(new Fault.Misconfigured("lookup-answer", "the answer to the look-up " + said));
        }
    }
}
