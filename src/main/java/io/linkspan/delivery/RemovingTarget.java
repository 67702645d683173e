package io.linkspan.delivery;

import io.linkspan.record.Tombstone;
import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Push;
import io.linkspan.system.Removal;
import io.linkspan.system.Target;
import io.linkspan.system.TargetList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target that does for records that are gone what the flow says: they travel in the same batches as the others, and are
 * removed one by one.
 */
final class RemovingTarget implements Target {
    /** Told as the target's id, so that the ledger forgets the one it knows. */
    private static final String NONE = "";

    private final Target target;
    private final @Nullable Removal removal;

    RemovingTarget(Target target, @Nullable Removal removal) {
        this.target = target;
        this.removal = removal;
    }

    @Override
    public ItemResult push(Push push, Item item, CallContext context) {
        return Tombstone.is(item.body()) ? removed(item, context) : target.push(push, item, context);
    }

    @Override
    public BatchResult pushAll(Push push, List<Item> items, CallContext context) {
        List<Item> living =
                items.stream().filter(item -> !Tombstone.is(item.body())).toList();
        if (living.size() == items.size()) {
            return target.pushAll(push, items, context);
        }
        BatchResult pushed =
                living.isEmpty() ? new BatchResult.PerItem(List.of()) : target.pushAll(push, living, context);
        return switch (pushed) {
            case BatchResult.Whole whole -> whole;
            case BatchResult.PerItem(List<ItemResult> results) ->
                new BatchResult.PerItem(merged(items, results, context));
        };
    }

    private List<ItemResult> merged(List<Item> items, List<ItemResult> results, CallContext context) {
        List<ItemResult> all = new ArrayList<>(items.size());
        int next = 0;
        for (Item item : items) {
            all.add(Tombstone.is(item.body()) ? removed(item, context) : results.get(next++));
        }
        return all;
    }

    private ItemResult removed(Item item, CallContext context) {
        if (removal == null) {
            return new ItemResult.Failed(new Fault.Refused(
                    "no-delete", "the record is gone at its source, and the flow names no to.delete", null));
        }
        ItemResult result = target.remove(removal, item, context);
        return result instanceof ItemResult.Accepted && removal.deletes() ? new ItemResult.Accepted(NONE) : result;
    }

    @Override
    public ItemResult remove(Removal asked, Item item, CallContext context) {
        return target.remove(asked, item, context);
    }

    @Override
    public KeyPage keys(TargetList list, @Nullable String place, CallContext context) throws FaultException {
        return target.keys(list, place, context);
    }
}
