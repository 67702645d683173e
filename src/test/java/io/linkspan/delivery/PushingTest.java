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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PushingTest {
    private static final Fault REFUSED = new Fault.Refused("http-400", "one of them is bad", null);
    private static final Fault BUSY = new Fault.Limited("http-429", "slow down", Duration.ofSeconds(1));
    private static final Push.Lookup LOOKUP =
            new Push.Lookup(new Push.Call("GET", "/companies?ref={ref}"), ".", "id", Set.of(404));
    private final List<List<String>> calls = new ArrayList<>();
    private Push.@Nullable Lookup lookup;
    private int tried;
    private int lateAfter = Integer.MAX_VALUE;

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

    @Test
    void sendsWhatFailedBeforeInEverSmallerCompany() {
        tried = 1;
        batches(8, this::accepted).push(items(8));
        assertThat(calls).extracting(List::size).containsExactly(2, 2, 2, 2);
        calls.clear();
        tried = 3;
        batches(8, this::accepted).push(items(3));
        assertThat(calls).extracting(List::size).containsExactly(1, 1, 1);
    }

    @Test
    void looksUpByItselfWhatMayBeThereAlready() {
        lookup = LOOKUP;
        List<Target.Item> items = new ArrayList<>(items(3));
        Target.Item second = items.get(1);
        items.set(1, new Target.Item(second.key(), second.idempotencyKey(), second.body(), null, true));
        assertThat(batches(8, this::accepted).push(items)).allMatch(Accepted.class::isInstance);
        assertThat(calls).containsExactly(List.of("k0"), List.of("alone", "k1"), List.of("k2"));
    }

    @Test
    void leavesTheRestToTheNextRoundWhenThisOneTookLong() {
        lateAfter = 2;
        List<Target.ItemResult> results = batches(2, this::accepted).push(items(6));
        assertThat(calls).hasSize(2);
        assertThat(results.subList(4, 6))
                .allMatch(result -> result instanceof Failed(Fault fault)
                        && fault instanceof Fault.Unavailable held
                        && held.retryAfter().isZero());
    }

    @Test
    void sendsNothingMoreWhereThereIsNoConnection() {
        Fault away = new Fault.Unreachable("connect-refused", "refused the connection");
        assertThat(batches(2, keys -> new Whole(away)).push(items(6))).containsOnly(new Failed(away));
        assertThat(calls).hasSize(1);
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
                calls.add(List.of("alone", item.key().value()));
                return new Accepted(null);
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
                "id",
                null);
        return new Pushing(target, new Push(null, lookup, null, null, null, batch), new Journey());
    }

    private final class Journey implements Pushing.Journeys {
        @Override
        public CallContext context(Target.Item item) {
            return CallContext.start();
        }

        @Override
        public int tried(Target.Item item) {
            return tried;
        }

        @Override
        public boolean late() {
            return calls.size() >= lateAfter;
        }
    }

    private static List<Target.Item> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Target.Item(
                        new RecordKey("k" + i), new IdempotencyKey("0".repeat(32)), Payload.json("{}"), null, false))
                .toList();
    }
}
