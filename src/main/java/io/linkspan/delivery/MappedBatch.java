package io.linkspan.delivery;

import io.linkspan.ledger.Candidate;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
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
            Integer other = newest.get(batch.get(i).key());
            if (other == null) {
                newest.put(batch.get(i).key(), i);
            } else {
                older(i, other);
            }
        }
    }

    private void older(int here, int other) {
        boolean hereIsNewer =
                batch.get(here).version().compareTo(batch.get(other).version()) >= 0;
        outcomes[hereIsNewer ? other : here] = new Outcome.Superseded();
        if (hereIsNewer) {
            newest.put(batch.get(here).key(), here);
        }
    }

    /** Everything that was mapped without an error and may have to be sent. */
    List<Candidate> candidates(String mappingHash) {
        List<Candidate> candidates = new ArrayList<>(outputs.size());
        for (int i = 0; i < batch.size(); i++) {
            Envelope envelope = batch.get(i);
            Payload output = outputs.get(envelope.key());
            if (outcomes[i] == null && output != null) {
                candidates.add(new Candidate(
                        envelope.key(), envelope.version(), hash(output), mappingHash, envelope.correlationId()));
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

    List<Outcome> outcomes() {
        return Arrays.stream(outcomes).map(Objects::requireNonNull).toList();
    }

    private static String hash(Payload output) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(output.bytes()), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
