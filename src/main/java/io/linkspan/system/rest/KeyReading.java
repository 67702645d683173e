package io.linkspan.system.rest;

import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Target.KeyPage;
import io.linkspan.system.Target.ListedKey;
import io.linkspan.system.TargetList;
import io.linkspan.system.call.CallKind;
import io.linkspan.system.settings.SystemSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads, page by page, the keys of what a target holds. */
final class KeyReading {
    private final SystemSettings settings;
    private final RestClientCalls calls;

    KeyReading(SystemSettings settings, RestClientCalls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    KeyPage read(TargetList list, @Nullable String place, CallContext context) throws FaultException {
        String here = place != null ? place : list.next() == null ? "0" : list.first();
        RestAnswer answer = answer(list, here, context);
        JsonNode items = JsonPlace.find(answer.json(), list.items())
                .filter(JsonNode::isArray)
                .orElseThrow(() -> unclear("has no list " + list.items()));
        List<ListedKey> keys = new ArrayList<>();
        int nameless = 0;
        for (JsonNode item : items) {
            String key = JsonPlace.text(item, list.key()).orElse("");
            nameless += key.isBlank() ? 1 : 0;
            if (!key.isBlank()) {
                keys.add(new ListedKey(key, version(list, item)));
            }
        }
        return new KeyPage(keys, nameless, next(list, here, items.size(), answer));
    }

    private static @Nullable String version(TargetList list, JsonNode item) {
        return list.version() == null
                ? null
                : JsonPlace.text(item, list.version()).orElse(null);
    }

    private static @Nullable String next(TargetList list, String here, int items, RestAnswer answer)
            throws FaultException {
        if (list.next() == null) {
            return items == 0 ? null : String.valueOf(Long.parseLong(here) + items);
        }
        String next = JsonPlace.text(answer.json(), list.next()).orElse("");
        if (next.equals(here) && !next.isEmpty()) {
            throw unclear("names the cursor it was asked with as the next one");
        }
        return next.isBlank() ? null : next;
    }

    private RestAnswer answer(TargetList list, String here, CallContext context) throws FaultException {
        Map<String, String> values = Map.of("cursor", here, "offset", here, "size", String.valueOf(list.size()));
        AddressTemplate address = new AddressTemplate(list.request().path(), settings.quotes());
        try {
            return calls.make(
                    new RestClientCalls.Request(
                            "list",
                            CallKind.READ,
                            list.request().method().toUpperCase(Locale.ROOT),
                            address.fill(settings.url(), values::get),
                            false,
                            null,
                            null,
                            Set.of()),
                    context);
        } catch (UnsafeValue refused) {
            throw unclear("needs an address that cannot be written: " + refused.getMessage());
        }
    }

    private static FaultException unclear(String said) {
        return new FaultException(new Fault.Misconfigured("list-answer", "the answer to the list call " + said));
    }
}
