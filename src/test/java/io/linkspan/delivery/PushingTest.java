package io.linkspan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.record.IdempotencyKey;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.Push;
import io.linkspan.system.Target;
import io.linkspan.system.Target.BatchResult.PerItem;
import io.linkspan.system.Target.BatchResult.Whole;
import io.linkspan.system.Target.ItemResult.Accepted;
import io.linkspan.system.Target.ItemResult.Failed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PushingTest {
    private static final Fault REFUSED = new Fault.Refused("http-400", "one of them is bad", null);
    private static final Fault BUSY = new Fault.Limited("http-429", "slow down", Duration.ofSeconds(1));
    private final List<List<String>> calls = new ArrayList<>();

    @Test
    void halvesARefusedBatchUntilTheCulpritStandsAlone() {
        Pushing pushing = batches(8, keys -> keys.contains("k5") ? new Whole(REFUSED) : accepted(keys));
        List<Target.ItemResult> results = pushing.push(items(8));
        assertThat(results).hasSize(8);
        assertThat(results.get(5)).isEqualTo(new Failed(REFUSED));
        assertThat(results.stream().filter(Accepted.class::isInstance)).hasSize(7);
        assertThat(calls).hasSize(7).contains(List.of("k5"));
    }

    @Test
    void keepsToTheSizeOfTheBatchEndpoint() {
        batches(3, this::accepted).push(items(7));
        assertThat(calls).extracting(List::size).containsExactly(3, 3, 1);
    }

    @Test
    void sendsNothingMoreOnceTheSystemAsksForRest() {
        Pushing pushing = batches(2, keys -> keys.contains("k2") ? new Whole(BUSY) : accepted(keys));
        List<Target.ItemResult> results = pushing.push(items(6));
        assertThat(calls).hasSize(2);
        assertThat(results.subList(2, 6)).containsOnly(new Failed(BUSY));
    }

    @Test
    void leavesABatchThatFailedInPassingWhole() {
        Fault down = new Fault.Passing("http-503", "down", null);
        assertThat(batches(4, keys -> new Whole(down)).push(items(4))).containsOnly(new Failed(down));
        assertThat(calls).hasSize(1);
    }

    @Test
    void waitsForAsLongAsAskedAndSendsOnlyWhatWasTurnedDown() {
        Pushing pushing = batches(2, keys -> calls.size() == 2 ? new Whole(BUSY) : accepted(keys));
        List<Duration> waits = new ArrayList<>();
        List<Target.ItemResult> results = new Pace(waits::add).push(pushing, items(4));
        assertThat(results).allMatch(Accepted.class::isInstance);
        assertThat(waits).containsExactly(Duration.ofSeconds(1));
        assertThat(calls).containsExactly(List.of("k0", "k1"), List.of("k2", "k3"), List.of("k2", "k3"));
    }

    @Test
    void leavesALongRestToTheBrake() {
        Fault long9 = new Fault.Limited("http-429", "come back later", Duration.ofMinutes(9));
        List<Duration> waits = new ArrayList<>();
        List<Target.ItemResult> results = new Pace(waits::add).push(batches(9, keys -> new Whole(long9)), items(2));
        assertThat(results).containsOnly(new Failed(long9));
        assertThat(waits).isEmpty();
    }

    private Target.BatchResult accepted(List<String> keys) {
        return new PerItem(keys.stream()
                .map(key -> (Target.ItemResult) new Accepted("id-" + key))
                .toList());
    }

    private Pushing batches(int size, Function<List<String>, Target.BatchResult> answer) {
        Target target = new Target() {
            @Override
            public ItemResult push(Push push, Item item, CallContext context) {
                throw new AssertionError("a flow with a batch endpoint uses it");
            }

            @Override
            public BatchResult pushAll(Push push, List<Item> items, CallContext context) {
                List<String> keys =
                        items.stream().map(item -> item.key().value()).toList();
                calls.add(keys);
                return answer.apply(keys);
            }
        };
        Push.Batch batch = new Push.Batch(
                new Push.Call("POST", "/batch"),
                size,
                null,
                null,
                "results",
                Push.Match.ORDER,
                null,
                "status",
                Set.of(),
                "error",
                "id");
        return new Pushing(target, new Push(null, null, null, null, null, batch), item -> CallContext.start());
    }

    private static List<Target.Item> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Target.Item(
                        new RecordKey("k" + i), new IdempotencyKey("0".repeat(32)), Payload.json("{}"), null, false))
                .toList();
    }
}
