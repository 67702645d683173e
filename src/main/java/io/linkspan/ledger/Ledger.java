package io.linkspan.ledger;

import io.linkspan.record.RecordKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * What the target holds of each record. A batch is claimed before it is sent and settled afterwards; a claim that was
 * never settled tells the next delivery of the record that it may be a repeat, and under which idempotency key.
 *
 * <p>Every method throws {@link DatabaseUnavailable} when nothing was written. Safe for several threads and replicas.
 */
public final class Ledger {
    /** A delivery that takes longer than this is thought to be lost, and the record may be claimed anew. */
    static final Duration LONGEST_DELIVERY = Duration.ofMinutes(10);

    private final Database database;
    private final Clock clock;
    private final Interned interned;
    private final LedgerTable table;
    private final InFlight inFlight = new InFlight(LONGEST_DELIVERY);

    /**
     * A ledger for one replica.
     *
     * @param replica the name of this replica's lease, other than any other's and other than before a restart
     */
    public Ledger(Database database, Clock clock, String replica) {
        this.database = database;
        this.clock = clock;
        this.interned = new Interned(database, clock);
        this.table = new LedgerTable(database, replica);
    }

    /**
     * Decides for each mapped record whether it is to be sent, and writes the claims down before returning. Three
     * statements, whatever the size of the batch: read, write, commit.
     *
     * @param mapped each record once at most: the newest state of it
     * @return one claim for each, in the same order
     */
    public List<Claim> claim(String flow, List<Candidate> mapped) {
        refuseDoubles(mapped);
        if (mapped.isEmpty()) {
            return List.of();
        }
        Batch batch = batch(flow, mapped);
        List<RecordKey> entered = new ArrayList<>(mapped.size());
        try {
            return database.retryLost(() -> {
                leave(flow, entered);
                return claim(batch, entered);
            });
        } catch (DatabaseUnavailable failed) {
            leave(flow, entered);
            throw failed;
        }
    }

    /** Writes down how claimed deliveries ended: one statement. To be called for every claim, in the end. */
    public void settle(String flow, List<Settled> done) {
        if (done.isEmpty()) {
            return;
        }
        try {
            int flowId = interned.flow(flow);
            database.retryLost(() -> {
                table.settle(flowId, done, clock.instant());
                return done.size();
            });
        } finally {
            done.forEach(settled -> inFlight.leave(flow, settled.claim().key()));
        }
    }

    /**
     * Lets go of claims whose delivery broke off without an outcome. They stay open: whoever claims the records next knows
     * that they may be repeats. Asks nothing of the database.
     */
    public void abandon(String flow, List<Claim.Send> claims) {
        claims.forEach(claim -> inFlight.leave(flow, claim.key()));
    }

    /**
     * Doubts what is known of records: the target may have lost or changed them. Their next delivery is sent even where its
     * content is what was sent before; an older version is still superseded.
     */
    public void doubt(String flow, Collection<RecordKey> keys) {
        int flowId = interned.flow(flow);
        database.retryLost(() -> {
            table.doubt(flowId, keys);
            return keys.size();
        });
    }

    /** What the target calls the record, where that is known. */
    public Optional<String> targetId(String flow, RecordKey key) {
        return Optional.ofNullable(targetIds(flow, List.of(key)).get(key));
    }

    /** What the target calls the records, for those where that is known. */
    public Map<RecordKey, String> targetIds(String flow, Collection<RecordKey> keys) {
        int flowId = interned.flow(flow);
        return database.call(() -> table.targetIds(flowId, keys));
    }

    /** How many records the ledger knows. Reads the flow's whole part of the ledger: a second for some millions. */
    public LedgerCounts counts(String flow) {
        int flowId = interned.flow(flow);
        return database.call(() -> table.counts(flowId));
    }

    private static void refuseDoubles(List<Candidate> mapped) {
        Set<RecordKey> seen = HashSet.newHashSet(mapped.size());
        for (Candidate candidate : mapped) {
            if (!seen.add(candidate.key())) {
                throw new IllegalArgumentException("record " + candidate.key() + " stands twice in one batch");
            }
        }
    }

    private List<Claim> claim(Batch batch, List<RecordKey> entered) {
        Instant now = clock.instant();
        Map<RecordKey, RecordState> states = table.read(
                batch.flowId(), batch.mapped().stream().map(Candidate::key).toList(), now, now.minus(LONGEST_DELIVERY));
        List<Claim> claims = new ArrayList<>(batch.mapped().size());
        List<LedgerTable.Change> changes = new ArrayList<>(batch.mapped().size());
        for (Candidate candidate : batch.mapped()) {
            RecordState state = states.getOrDefault(candidate.key(), RecordState.unknown(candidate.key()));
            Claim claim = enter(batch, state.decide(batch.flow(), candidate), now, entered);
            claims.add(claim);
            change(batch, state, candidate, claim).ifPresent(changes::add);
        }
        write(batch, changes, now);
        return claims;
    }

    private Claim enter(Batch batch, Claim claim, Instant now, List<RecordKey> entered) {
        if (!(claim instanceof Claim.Send)) {
            return claim;
        }
        if (!inFlight.enter(batch.flow(), claim.key(), now)) {
            return new Claim.Busy(claim.key());
        }
        entered.add(claim.key());
        return claim;
    }

    private static Optional<LedgerTable.Change> change(
            Batch batch, RecordState state, Candidate candidate, Claim claim) {
        int mapping = batch.mapping(candidate);
        if (claim instanceof Claim.Send send) {
            return Optional.of(new LedgerTable.Change(state.revision(), candidate, mapping, send.idempotencyKey()));
        }
        return claim instanceof Claim.Unchanged && state.advancedBy(candidate)
                ? Optional.of(new LedgerTable.Change(state.revision(), candidate, mapping, null))
                : Optional.empty();
    }

    private void write(Batch batch, List<LedgerTable.Change> changes, Instant now) {
        if (!changes.isEmpty() && table.write(batch.flowId(), changes, now) != changes.size()) {
            throw new OptimisticLockingFailureException("another replica was faster on a record of " + batch.flow());
        }
    }

    private Batch batch(String flow, List<Candidate> mapped) {
        int flowId = interned.flow(flow);
        Map<String, Integer> mappings = HashMap.newHashMap(1);
        mapped.forEach(one -> mappings.computeIfAbsent(one.mappingHash(), hash -> interned.mapping(flowId, hash)));
        return new Batch(flow, flowId, mappings, mapped);
    }

    private void leave(String flow, List<RecordKey> entered) {
        entered.forEach(key -> inFlight.leave(flow, key));
        entered.clear();
    }

    private record Batch(String flow, int flowId, Map<String, Integer> mappings, List<Candidate> mapped) {
        int mapping(Candidate candidate) {
            return mappings.getOrDefault(candidate.mappingHash(), 0);
        }
    }
}
