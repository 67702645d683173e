package io.linkspan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who may do what only one may do: the same on every database. */
abstract class LeaseContract extends LedgerFixture {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    LeaseContract(DataSource source) {
        super(source);
    }

    @Test
    void givesALeaseToOneHolderUntilItIsOver() {
        assertThat(leases.acquire(flow, "one", MINUTE)).isTrue();
        assertThat(leases.acquire(flow, "two", MINUTE)).isFalse();
        assertThat(leases.acquire(flow, "one", MINUTE)).isTrue();

        clock.move(MINUTE);

        assertThat(leases.acquire(flow, "two", MINUTE)).isTrue();
        assertThat(leases.renew(flow, "one", MINUTE)).isFalse();
    }

    @Test
    void keepsARenewedLease() {
        leases.acquire(flow, "one", MINUTE);
        clock.move(Duration.ofSeconds(50));
        assertThat(leases.renew(flow, "one", MINUTE)).isTrue();
        clock.move(Duration.ofSeconds(50));

        assertThat(leases.acquire(flow, "two", MINUTE)).isFalse();
    }

    @Test
    void freesAReleasedLeaseAtOnceAndOnlyForItsHolder() {
        leases.acquire(flow, "one", MINUTE);
        leases.release(flow, "two");
        assertThat(leases.acquire(flow, "two", MINUTE)).isFalse();

        leases.release(flow, "one");

        assertThat(leases.acquire(flow, "two", MINUTE)).isTrue();
    }

    @Test
    void givesAFreeLeaseToOneOfManyWhoAskAtOnce() throws Exception {
        List<Callable<Boolean>> rivals = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Boolean>) () -> leases.acquire(flow, "holder-" + i, MINUTE))
                .toList();
        int winners = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> answer : threads.invokeAll(rivals)) {
                winners += answer.get() ? 1 : 0;
            }
        }

        assertThat(winners).isOne();
    }
}
