package io.linkspan.system.rest;

import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Target.Item;
import io.linkspan.system.call.CallKind;
import io.linkspan.system.settings.SystemSettings;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends one record: by an upsert, or by looking up whether the target has it and then creating or updating it. Nothing is
 * created that has not been looked for, where the flow names a look-up.
 */
final class SinglePush {
    private final SystemSettings settings;
    private final RestClientCalls calls;
    private final PushPlan plan;
    private final Item item;
    private final RecordFields fields;
    private final CallContext context;

    SinglePush(SystemSettings settings, RestClientCalls calls, PushPlan plan, Item item, CallContext context) {
        this.settings = settings;
        this.calls = calls;
        this.plan = plan;
        this.item = item;
        this.fields = new RecordFields(item);
        this.context = context;
    }

    /** The target's id, where it is told. */
    Optional<String> send() throws FaultException, UnsafeValue {
        if (plan.upsert() != null) {
            return told(call("upsert", CallKind.CHANGE, plan.upsert(), item.targetId()));
        }
        if (item.targetId() != null && plan.update() != null) {
            try {
                return update(item.targetId(), plan.update());
            } catch (FaultException gone) {
                if (!(gone.fault() instanceof Fault.NotFound) || plan.create() == null) {
                    throw gone;
                }
            }
        }
        Optional<String> found = find();
        return found.isPresent() ? updateFound(found.get()) : create();
    }

    private Optional<String> updateFound(String id) throws FaultException, UnsafeValue {
        return plan.update() == null ? Optional.of(id) : update(id, plan.update());
    }

    private Optional<String> update(String id, PushPlan.Call update) throws FaultException, UnsafeValue {
        call("update", CallKind.CHANGE, update, id);
        return Optional.of(id);
    }

    private Optional<String> create() throws FaultException, UnsafeValue {
        PushPlan.Call create = plan.create();
        if (create == null) {
            throw new FaultException(new Fault.NotFound("nothing-to-update", "the target has no such record"));
        }
        if (item.repeated() && plan.lookup() == null && !settings.headers().keysKnown()) {
            throw new FaultException(new Fault.Refused(
                    "unsure-create",
                    "an earlier try may have created it, and neither a 'lookup' in the flow nor an idempotency-header in"
                            + " the system's configuration can tell",
                    null));
        }
        try {
            return told(call("create", CallKind.CREATE, create, null));
        } catch (FaultException there) {
            if (!(there.fault() instanceof Fault.Duplicate duplicate)) {
                throw there;
            }
            Optional<String> id = find();
            if (id.isEmpty()) {
                throw mayBeOurs() ? new FaultException(stillThere(duplicate), there) : there;
            }
            return updateFound(id.get());
        }
    }

    /** A look-up saw nothing, or the same key is sent again: then it may be our own earlier try, not through with yet. */
    private boolean mayBeOurs() {
        return plan.lookup() != null || (item.repeated() && settings.headers().keysKnown());
    }

    private static Fault stillThere(Fault.Duplicate told) {
        return new Fault.Passing(told.code(), told.detail(), null);
    }

    private Optional<String> find() throws FaultException, UnsafeValue {
        PushPlan.Lookup lookup = plan.lookup();
        return lookup == null ? Optional.empty() : lookup.idIn(lookUp(lookup));
    }

    private RestAnswer lookUp(PushPlan.Lookup lookup) throws FaultException, UnsafeValue {
        return calls.make(
                new RestClientCalls.Request(
                        "lookup",
                        CallKind.READ,
                        lookup.call().method(),
                        lookup.call().address().fill(settings.url(), fields::text),
                        false,
                        null,
                        null,
                        lookup.notFound()),
                context);
    }

    private RestAnswer call(String operation, CallKind kind, PushPlan.Call call, @Nullable String id)
            throws FaultException, UnsafeValue {
        return calls.make(
                new RestClientCalls.Request(
                        operation,
                        kind,
                        call.method(),
                        call.address()
                                .fill(settings.url(), name -> name.equals("id") && id != null ? id : fields.text(name)),
                        call.address().namesOneRecord(),
                        new RestClientCalls.Body(
                                item.body().format().mediaType(), item.body().bytes()),
                        item.idempotencyKey().value(),
                        Set.of()),
                context);
    }

    private Optional<String> told(RestAnswer answer) {
        return plan.id() == null ? Optional.empty() : answer.text(plan.id());
    }
}
