package io.linkspan.broker;

import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** A handler that remembers what it was given. */
final class Collected implements BatchHandler {
    private final List<Envelope> records = new CopyOnWriteArrayList<>();
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private final Function<Envelope, Outcome> decide;

    Collected(Function<Envelope, Outcome> decide) {
        this.decide = decide;
    }

    static Collected delivering() {
        return new Collected(envelope -> Records.DELIVERED);
    }

    @Override
    public List<Outcome> handle(String flow, List<Envelope> batch) {
        List<Outcome> outcomes = batch.stream().map(decide).toList();
        records.addAll(batch);
        batches.add(batch.size());
        return outcomes;
    }

    List<Envelope> records() {
        return records;
    }

    List<Integer> batches() {
        return batches;
    }

    List<String> keys() {
        return records.stream().map(envelope -> envelope.key().value()).toList();
    }

    List<Envelope> await(int count) {
        Awaitility.await("records handled")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> records.size() >= count);
        return records;
    }
}
