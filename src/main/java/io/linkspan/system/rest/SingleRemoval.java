package io.linkspan.system.rest;

import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Removal;
import io.linkspan.system.Target.Item;
import io.linkspan.system.call.CallKind;
import io.linkspan.system.settings.SystemSettings;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Removes one record. What is not there any more counts as removed, so that doing it twice does no harm. */
final class SingleRemoval {
    private static final Set<Integer> GONE = Set.of(404, 410);

    private final SystemSettings settings;
    private final RestClientCalls calls;

    SingleRemoval(SystemSettings settings, RestClientCalls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    void send(Removal removal, Item item, CallContext context) throws FaultException, UnsafeValue {
        boolean byId = removal.request().path().contains("{id}");
        if (byId && item.targetId() == null) {
            neverDelivered(item);
            return;
        }
        String body = removal.body();
        AddressTemplate address = new AddressTemplate(removal.request().path(), settings.quotes());
        try {
            calls.make(
                    new RestClientCalls.Request(
                            "delete",
                            CallKind.CHANGE,
                            removal.request().method().toUpperCase(Locale.ROOT),
                            address.fill(settings.url(), name -> switch (name) {
                                case "key" -> item.key().value();
                                case "id" -> item.targetId();
                                default -> null;
                            }),
                            address.namesOneRecord(),
                            body == null
                                    ? null
                                    : new RestClientCalls.Body(
                                            "application/json", body.getBytes(StandardCharsets.UTF_8)),
                            item.idempotencyKey().value(),
                            GONE),
                    context);
        } catch (FaultException told) {
            if (!(told.fault() instanceof Fault.NotFound)) {
                throw told;
            }
        }
    }

    /** The target never told an id: there is nothing to remove, unless a try of which nobody knows got through. */
    private static void neverDelivered(Item item) throws FaultException {
        if (item.repeated()) {
            throw new FaultException(new Fault.Refused(
                    "unsure-delete",
                    "an earlier try may have created it, and nobody knows the target's id: write to.delete with {key}",
                    null));
        }
    }
}
