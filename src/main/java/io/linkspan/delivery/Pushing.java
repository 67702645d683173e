package io.linkspan.delivery;

import io.linkspan.ops.FaultPoint;
import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.Push;
import io.linkspan.system.Target;
import io.linkspan.system.Target.BatchResult;
import io.linkspan.system.Target.BatchResult.PerItem;
import io.linkspan.system.Target.BatchResult.Whole;
import io.linkspan.system.Target.Item;
import io.linkspan.system.Target.ItemResult;
import io.linkspan.system.Target.ItemResult.Failed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings claimed records to a target: by the batch endpoint where the flow names one, else one by one. A batch refused as
 * a whole is halved until the culprit stands alone. What failed before without anybody being blamed travels in ever
 * smaller company, so that a record that brings the target down brings no other with it. A fault that is the system's and
 * not a record's ends the round for all that have not been sent.
 */
final class Pushing {
    private static final Fault LATE =
            new Fault.Unavailable("round-over", "the round took long enough, this one goes next", Duration.ZERO);

    private final Target target;
    private final Push push;
    private final Journeys journeys;

    Pushing(Target target, Push push, Journeys journeys) {
        this.target = target;
        this.push = push;
        this.journeys = journeys;
    }

    /** What is known of the items beside what is sent. */
    interface Journeys {
        /** What a call for the item carries along. */
        CallContext context(Item item);

        /** How many attempts were spent on the item. */
        int tried(Item item);

        /** Whether the round has lasted so long that no further call should begin. */
        boolean late();
    }

    /** Pushes the items and returns one result for each, in their order. */
    List<ItemResult> push(List<Item> items) {
        List<ItemResult> results = new ArrayList<>(items.size());
        for (int from = 0; from < items.size(); ) {
            List<Item> next = items.subList(from, from + company(items, from));
            Fault ended = ended(results);
            results.addAll(ended == null ? chunk(next) : all(next, ended));
            from += next.size();
        }
        return results;
    }

    /** Whether no further call should begin: what is not sent yet is left for the next round. */
    boolean late() {
        return journeys.late();
    }

    /** How many of the items, from a place on, go in one call. */
    private int company(List<Item> items, int from) {
        int together = 0;
        int most = Integer.MAX_VALUE;
        while (from + together < items.size()) {
            most = Math.min(most, most(items.get(from + together)));
            if (together + 1 > most) {
                break;
            }
            together++;
        }
        return together;
    }

    private int most(Item item) {
        Push.Batch batch = push.batch();
        int halvings = Math.min(2 * journeys.tried(item), Integer.SIZE - 1);
        return batch == null || lookedUp(item) ? 1 : Math.max(1, batch.size() >> halvings);
    }

    /** A batch cannot look up, so that what may be there already goes by itself, unless the target knows its key. */
    private boolean lookedUp(Item item) {
        Push.Batch batch = push.batch();
        return item.repeated() && push.lookup() != null && batch != null && batch.key() == null;
    }

    private @Nullable Fault ended(List<ItemResult> results) {
        Fault ended = systemFault(results);
        return ended == null && !results.isEmpty() && journeys.late() ? LATE : ended;
    }

    private List<ItemResult> chunk(List<Item> chunk) {
        boolean alone = push.batch() == null || (chunk.size() == 1 && lookedUp(chunk.getFirst()));
        FaultPoint.BEFORE_PUSH.passed();
        BatchResult answer = alone
                ? new PerItem(List.of(target.push(push, chunk.getFirst(), journeys.context(chunk.getFirst()))))
                : target.pushAll(push, chunk, context(chunk));
        FaultPoint.AFTER_PUSH.passed();
        return switch (answer) {
            case PerItem perItem -> perItem.results();
            case Whole(Fault fault) when blamesRecords(fault) && chunk.size() > 1 -> halves(chunk);
            case Whole(Fault fault) -> all(chunk, fault);
        };
    }

    private List<ItemResult> halves(List<Item> chunk) {
        int middle = chunk.size() / 2;
        List<ItemResult> results = new ArrayList<>(chunk(chunk.subList(0, middle)));
        List<Item> rest = chunk.subList(middle, chunk.size());
        Fault ended = ended(results);
        results.addAll(ended == null ? chunk(rest) : all(rest, ended));
        return results;
    }

    private CallContext context(List<Item> chunk) {
        return chunk.size() == 1 ? journeys.context(chunk.getFirst()) : CallContext.start();
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
