package io.linkspan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Several deliveries of the same records at the same moment: the same on every database. */
abstract class RaceContract extends LedgerFixture {
    private static final int ROUNDS = 15;
    private static final int RECORDS = 20;

    RaceContract(DataSource source) {
        super(source);
    }

    @Test
    void letsOneOfTwoReplicasSendEachRecord() throws Exception {
        Ledger other = replica("replica/" + UUID.randomUUID());
        for (int round = 1; round <= ROUNDS; round++) {
            List<List<Claim>> answers = race(other, round);

            for (int record = 0; record < RECORDS; record++) {
                int mine = record;
                List<Claim> claims =
                        answers.stream().map(answer -> answer.get(mine)).toList();
                assertThat(claims).filteredOn(Claim.Send.class::isInstance).hasSize(1);
                assertThat(claims).filteredOn(Claim.Busy.class::isInstance).hasSize(3);
            }
        }
    }

    /** Four threads, two a replica, claim the same records; every second one in the opposite order. */
    private List<List<Claim>> race(Ledger other, int round) throws Exception {
        List<Candidate> batch = IntStream.range(0, RECORDS)
                .mapToObj(i -> candidate("C-" + i, "" + round, round, round % 2 == 0 ? A : B))
                .toList();
        CyclicBarrier start = new CyclicBarrier(4);
        List<Callable<List<Claim>>> rivals = IntStream.range(0, 4)
                .mapToObj(i -> rival(i % 2 == 0 ? ledger : other, batch, i >= 2, start))
                .toList();
        List<List<Claim>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Claim>> answer : threads.invokeAll(rivals)) {
                answers.add(answer.get());
            }
        }
        settle(ledger, answers.get(0));
        settle(other, answers.get(1));
        settle(ledger, answers.get(2));
        settle(other, answers.get(3));
        return answers;
    }

    private Callable<List<Claim>> rival(Ledger by, List<Candidate> batch, boolean backwards, CyclicBarrier start) {
        return () -> {
            start.await();
            List<Claim> claims = new ArrayList<>(by.claim(flow, backwards ? batch.reversed() : batch));
            if (backwards) {
                Collections.reverse(claims);
            }
            return claims;
        };
    }

    private void settle(Ledger by, List<Claim> claims) {
        by.settle(
                flow,
                claims.stream()
                        .filter(Claim.Send.class::isInstance)
                        .map(claim -> ((Claim.Send) claim).delivered("id-" + claim.key()))
                        .toList());
    }
}
