package io.linkspan.delivery;

import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.Push;
import io.linkspan.system.Target;
import io.linkspan.system.Target.BatchResult.PerItem;
import io.linkspan.system.Target.BatchResult.Whole;
import io.linkspan.system.Target.Item;
import io.linkspan.system.Target.ItemResult;
import io.linkspan.system.Target.ItemResult.Failed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings claimed records to a target: by the batch endpoint where the flow names one, else one by one. A batch refused as
 * a whole is halved until the culprit stands alone; a fault that is the system's and not a record's ends the round for
 * all that have not been sent.
 */
final class Pushing {
    private final Target target;
    private final Push push;
    private final Function<Item, CallContext> contexts;

    Pushing(Target target, Push push, Function<Item, CallContext> contexts) {
        this.target = target;
        this.push = push;
        this.contexts = contexts;
    }

    /** Pushes the items and returns one result for each, in their order. */
    List<ItemResult> push(List<Item> items) {
        Push.Batch batch = push.batch();
        if (batch == null) {
            return oneByOne(items);
        }
        List<ItemResult> results = new ArrayList<>(items.size());
        for (int from = 0; from < items.size(); from += batch.size()) {
            List<Item> chunk = items.subList(from, Math.min(items.size(), from + batch.size()));
            Fault ended = systemFault(results);
            results.addAll(ended == null ? chunk(chunk) : all(chunk, ended));
        }
        return results;
    }

    private List<ItemResult> oneByOne(List<Item> items) {
        List<ItemResult> results = new ArrayList<>(items.size());
        for (Item item : items) {
            Fault ended = systemFault(results);
            results.add(ended == null ? target.push(push, item, contexts.apply(item)) : new Failed(ended));
        }
        return results;
    }

    private List<ItemResult> chunk(List<Item> chunk) {
        return switch (target.pushAll(push, chunk, context(chunk))) {
            case PerItem perItem -> perItem.results();
            case Whole(Fault fault) when blamesRecords(fault) && chunk.size() > 1 -> halves(chunk);
            case Whole(Fault fault) -> all(chunk, fault);
        };
    }

    private List<ItemResult> halves(List<Item> chunk) {
        int middle = chunk.size() / 2;
        List<ItemResult> results = new ArrayList<>(chunk(chunk.subList(0, middle)));
        List<Item> rest = chunk.subList(middle, chunk.size());
        Fault ended = systemFault(results);
        results.addAll(ended == null ? chunk(rest) : all(rest, ended));
        return results;
    }

    private CallContext context(List<Item> chunk) {
        return chunk.size() == 1 ? contexts.apply(chunk.getFirst()) : CallContext.start();
    }

    private static boolean blamesRecords(Fault fault) {
        return fault instanceof Fault.Refused || fault instanceof Fault.Duplicate || fault instanceof Fault.NotFound;
    }

    /** The fault of the last result if further calls would only meet it again. */
    private static @Nullable Fault systemFault(List<ItemResult> results) {
        return !results.isEmpty() && results.getLast() instanceof Failed(Fault fault) && Brake.applies(fault)
                ? fault
                : null;
    }

    private static List<ItemResult> all(List<Item> items, Fault fault) {
        List<ItemResult> results = new ArrayList<>(items.size());
        items.forEach(item -> results.add(new Failed(fault)));
        return results;
    }
}
