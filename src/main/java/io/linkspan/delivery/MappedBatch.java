package io.linkspan.delivery;

import io.linkspan.ledger.Candidate;
import io.linkspan.ledger.OutputHash;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A batch on its way: the newest state of each key with its output, and the outcomes as they become known. */
final class MappedBatch {
    private final List<Envelope> batch;
    private final @Nullable Outcome[] outcomes;
    private final Map<RecordKey, Integer> newest = new HashMap<>();
    private final Map<RecordKey, Payload> outputs = new HashMap<>();

    MappedBatch(List<Envelope> batch) {
        this.batch = batch;
        this.outcomes = new Outcome[batch.size()];
        for (int i = 0; i < batch.size(); i++) {
            newest.merge(batch.get(i).key(), i, this::newer);
        }
    }

    private int newer(int before, int here) {
        return batch.get(before).version().newerThan(batch.get(here).version()) ? before : here;
    }

    /** Everything that was mapped without an error and may have to be sent. */
    List<Candidate> candidates(String mappingHash) {
        List<Candidate> candidates = new ArrayList<>(outputs.size());
        for (Envelope envelope : newest()) {
            Payload output = outputs.get(envelope.key());
            if (output != null) {
                candidates.add(new Candidate(
                        envelope.key(),
                        envelope.version(),
                        OutputHash.of(output),
                        mappingHash,
                        envelope.correlationId()));
            }
        }
        return candidates;
    }

    /** The newest state of each key. */
    List<Envelope> newest() {
        return newest.values().stream().sorted().map(batch::get).toList();
    }

    /** Notes what an envelope was mapped to. */
    void mapsTo(RecordKey key, Payload output) {
        outputs.put(key, output);
    }

    Envelope envelope(RecordKey key) {
        return batch.get(Objects.requireNonNull(newest.get(key)));
    }

    Payload output(RecordKey key) {
        return Objects.requireNonNull(outputs.get(key));
    }

    void ends(RecordKey key, Outcome outcome) {
        outcomes[Objects.requireNonNull(newest.get(key))] = outcome;
    }

    /**
     * One outcome for each envelope. A state older than another of its record is superseded by it, unless the newer one
     * turned out to be dead: then the older has its turn next.
     */
    List<Outcome> outcomes() {
        List<Outcome> all = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            int newer = Objects.requireNonNull(newest.get(batch.get(i).key()));
            Outcome ended = Objects.requireNonNull(outcomes[newer]);
            all.add(i == newer ? ended : older(ended, batch.get(i), batch.get(newer)));
        }
        return all;
    }

    /** The same content again would end as the newer one did. */
    private static Outcome older(Outcome ended, Envelope older, Envelope newer) {
        return ended instanceof Outcome.Dead && !older.payload().equals(newer.payload())
                ? new Outcome.Held(Duration.ZERO, "a newer state of the record is dead, this one is next")
                : new Outcome.Superseded();
    }
}
