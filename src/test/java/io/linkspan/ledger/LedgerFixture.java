package io.linkspan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.record.CorrelationId;
import io.linkspan.record.RecordKey;
import io.linkspan.record.Version;
import io.linkspan.testing.MovedClock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A ledger of its own for each test, and the words the contracts are written in. */
abstract class LedgerFixture {
    static final String A = "aa".repeat(16);
    static final String B = "bb".repeat(16);
    private static final CorrelationId JOURNEY = new CorrelationId("journey-1");

    final String flow = "customers-" + UUID.randomUUID();
    final MovedClock clock = new MovedClock();
    final Leases leases;
    final Checkpoints checkpoints;
    final Ledger ledger;
    private final Database database;

    LedgerFixture(DataSource source) {
        database = new Database(source);
        leases = new Leases(database, clock);
        checkpoints = new Checkpoints(database, clock);
        ledger = replica("replica/" + UUID.randomUUID());
    }

    final Ledger replica(String name) {
        leases.acquire(name, name, Replica.LEASE);
        return new Ledger(database, clock, name);
    }

    /** The replica is killed: it settles nothing more, and its lease runs out. */
    Ledger afterCrash() {
        clock.move(Replica.LEASE.plusSeconds(1));
        return replica("replica/" + UUID.randomUUID());
    }

    static Candidate candidate(String key, String stated, long sequence, String hash) {
        return new Candidate(new RecordKey(key), Version.of(stated, sequence), hash, "m1", JOURNEY);
    }

    static Candidate state(int number, String hash) {
        return candidate("C-1", "2026-01-0" + number + "T00:00:00Z", number, hash);
    }

    Claim claim(Ledger ledger, Candidate candidate) {
        return ledger.claim(flow, List.of(candidate)).getFirst();
    }

    Claim.Send send(Ledger by, Candidate candidate) {
        Claim claim = claim(by, candidate);
        assertThat(claim).isInstanceOf(Claim.Send.class);
        return (Claim.Send) claim;
    }

    void deliver(Candidate candidate, @Nullable String targetId) {
        ledger.settle(flow, List.of(send(ledger, candidate).delivered(targetId)));
    }
}
