package io.linkspan.system.rest;

import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Push;
import io.linkspan.system.Removal;
import io.linkspan.system.Target;
import io.linkspan.system.TargetList;
import io.linkspan.system.call.CallKind;
import io.linkspan.system.call.Classifier;
import io.linkspan.system.call.Credentials;
import io.linkspan.system.call.Gate;
import io.linkspan.system.settings.SystemSettings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClient;
import tools.jackson.core.io.JsonStringEncoder;

/** Pushes records to a REST system, one by one or in batches. */
public final class RestTarget implements Target {
    private final SystemSettings settings;
    private final RestClientCalls calls;
    private final Classifier classifier;
    private final Map<Push, PushPlan> plans = new ConcurrentHashMap<>();

    /** A target on a system; all it needs is shared with the system's other calls. */
    public RestTarget(
            SystemSettings settings, RestClient client, Gate gate, Credentials credentials, Classifier classifier) {
        this.settings = settings;
        this.calls = new RestClientCalls(settings, client, gate, credentials, classifier);
        this.classifier = classifier;
    }

    @Override
    public ItemResult push(Push push, Item item, CallContext context) {
        try {
            SinglePush single = new SinglePush(settings, calls, plan(push), item, context);
            return new ItemResult.Accepted(single.send().orElse(null));
        } catch (FaultException told) {
            return new ItemResult.Failed(told.fault());
        } catch (UnsafeValue refused) {
            return new ItemResult.Failed(refusal(refused));
        }
    }

    @Override
    public BatchResult pushAll(Push push, List<Item> items, CallContext context) {
        Push.Batch batch = push.batch();
        PushPlan.Call call = plan(push).batch();
        if (batch == null || call == null || items.isEmpty() || items.size() > batch.size()) {
            throw new IllegalArgumentException("a batch needs a batch call and 1 to its size of items");
        }
        try {
            RestAnswer answer = calls.make(request(batch, call, items), context);
            return new BatchAnswer(batch, classifier)
                    .read(answer, items)
                    .<BatchResult>map(BatchResult.PerItem::new)
                    .orElseGet(() -> new BatchResult.Whole(new Fault.Misconfigured(
                            "batch-answer",
                            "the batch's answer has no list " + batch.items() + " that tells of each record",
                            true)));
        } catch (FaultException told) {
            return new BatchResult.Whole(told.fault());
        } catch (UnsafeValue refused) {
            return new BatchResult.Whole(refusal(refused));
        }
    }

    @Override
    public ItemResult remove(Removal removal, Item item, CallContext context) {
        try {
            new SingleRemoval(settings, calls).send(removal, item, context);
            return new ItemResult.Accepted(null);
        } catch (FaultException told) {
            return new ItemResult.Failed(told.fault());
        } catch (UnsafeValue refused) {
            return new ItemResult.Failed(refusal(refused));
        }
    }

    @Override
    public KeyPage keys(TargetList list, @Nullable String place, CallContext context) throws FaultException {
        return new KeyReading(settings, calls).read(list, place, context);
    }

    private PushPlan plan(Push push) {
        return plans.computeIfAbsent(push, asked -> PushPlan.of(asked, settings.quotes()));
    }

    private static Fault refusal(UnsafeValue refused) {
        return new Fault.Refused(refused.code(), String.valueOf(refused.getMessage()), refused.field());
    }

    private RestClientCalls.Request request(Push.Batch batch, PushPlan.Call call, List<Item> items) throws UnsafeValue {
        return new RestClientCalls.Request(
                "batch",
                items.size() == 1 ? CallKind.CHANGE : CallKind.BATCH,
                call.method(),
                call.address().fill(settings.url(), name -> null),
                false,
                new RestClientCalls.Body("application/json", body(items, batch)),
                keyOf(items),
                Set.of());
    }

    /** The same records in the same order have the same key: a batch sent again is recognised as a whole. */
    private static String keyOf(List<Item> items) {
        String keys = items.stream().map(item -> item.idempotencyKey().value()).collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(keys.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static byte[] body(List<Item> items, Push.Batch batch) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String wrap = batch.wrap();
        if (wrap != null) {
            body.writeBytes(utf8("{" + quoted(wrap) + ":"));
        }
        body.write('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                body.write(',');
            }
            write(items.get(i), marks(batch), body);
        }
        body.write(']');
        if (wrap != null) {
            body.write('}');
        }
        return body.toByteArray();
    }

    /** The properties each record carries its idempotency key in: for the target to recognise it, or to name it again. */
    private static List<String> marks(Push.Batch batch) {
        String trace = batch.match() == Push.Match.TRACE ? batch.matchField() : null;
        return Stream.of(Optional.ofNullable(batch.key()), Optional.ofNullable(trace))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static void write(Item item, List<String> marks, ByteArrayOutputStream body) {
        byte[] record = item.body().bytes();
        boolean object = record.length > 2 && record[0] == '{';
        if (marks.isEmpty() || !object) {
            body.writeBytes(record);
            return;
        }
        body.write('{');
        for (String mark : marks) {
            body.writeBytes(
                    utf8(quoted(mark) + ":" + quoted(item.idempotencyKey().value()) + ","));
        }
        body.write(record, 1, record.length - 1);
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
