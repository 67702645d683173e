package io.linkspan.broker;

import static io.linkspan.broker.Records.record;
import static io.linkspan.broker.Records.records;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.record.Attempt;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Outcome.FieldError;
import io.linkspan.record.Outcome.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What holds in both homes of outcomes carried out. */
abstract class OutcomeContract extends OrderContract {
    @Test
    void aRetryComesBackToItsPartitionWithItsAttempt() {
        AtomicInteger calls = new AtomicInteger();
        Collected handled = consume(
                4,
                new Collected(envelope ->
                        calls.getAndIncrement() == 0 ? Records.retry(Duration.ofMillis(200)) : Records.DELIVERED));

        Envelope published = record(FLOW, "again", 1);
        broker.dispatch().toWork(List.of(published));

        assertThat(handled.await(2))
                .containsExactly(
                        published,
                        published.after(new Attempt(Instant.parse("2026-02-03T04:05:06Z"), "http-503", "try later")));
        assertNothingLeft();
    }

    @Test
    void heldRecordsStayAtTheHeadOfTheirQueueAndTheOthersAreSettled() {
        AtomicInteger rounds = new AtomicInteger();
        List<List<String>> handled = new CopyOnWriteArrayList<>();
        broker.workQueues().declare(FLOW, 1);
        broker.dispatch().toWork(records(FLOW, 12));
        broker.workQueues().start(FLOW, BATCHES, (flow, batch) -> {
            handled.add(batch.stream().map(envelope -> envelope.key().value()).toList());
            boolean first = rounds.getAndIncrement() == 0;
            return batch.stream()
                    .<Outcome>map(envelope -> first && batch.indexOf(envelope) % 2 == 1
                            ? new Outcome.Held(Duration.ofMillis(100), "breaker open")
                            : Records.DELIVERED)
                    .toList();
        });

        await(() -> !handled.isEmpty()
                && handled.stream().mapToInt(List::size).sum()
                        >= 12 + handled.getFirst().size() / 2);

        List<String> first = handled.getFirst();
        assertThat(handled.get(1))
                .containsExactlyElementsOf(first.stream()
                        .filter(key -> first.indexOf(key) % 2 == 1)
                        .toList());
        assertNothingLeft();
    }

    @Test
    void whatIsHeldInAPausedFlowIsHandledAsSoonAsItIsResumed() {
        AtomicInteger rounds = new AtomicInteger();
        broker.workQueues().declare(FLOW, 1);
        broker.workQueues().start(FLOW, BATCHES, (flow, batch) -> {
            if (rounds.getAndIncrement() == 0) {
                broker.workQueues().pause(flow);
                return Records.all(batch, new Outcome.Held(Duration.ofHours(1), "breaker open"));
            }
            return Records.all(batch, Records.DELIVERED);
        });
        broker.dispatch().toWork(records(FLOW, 3));
        await(() -> rounds.get() == 1);

        broker.workQueues().resume(FLOW);

        await(() -> rounds.get() > 1);
        assertNothingLeft();
    }

    @Test
    void aDeferredRecordComesBackWithoutSpendingAnAttempt() {
        AtomicInteger calls = new AtomicInteger();
        Collected handled = consume(
                2,
                new Collected(envelope -> calls.getAndIncrement() == 0
                        ? new Outcome.Deferred(Duration.ofMillis(100), "another delivery is under way")
                        : Records.DELIVERED));

        Envelope published = record(FLOW, "held", 1);
        broker.dispatch().toWork(List.of(published));

        assertThat(handled.await(2)).containsExactly(published, published);
    }

    @Test
    void aWaitLongerThanTheLongestRungIsKeptAllTheSame() {
        AtomicInteger calls = new AtomicInteger();
        List<Instant> at = new CopyOnWriteArrayList<>();
        Collected handled = consume(1, new Collected(envelope -> {
            at.add(Instant.now());
            return calls.getAndIncrement() == 0 ? Records.retry(Duration.ofSeconds(2)) : Records.DELIVERED;
        }));

        broker.dispatch().toWork(List.of(record(FLOW, "later", 1)));

        handled.await(2);
        assertThat(Duration.between(at.get(0), at.get(1))).isGreaterThan(Duration.ofMillis(1500 - 50));
    }

    @Test
    void theDeadArriveWithEverythingNeededToDecide() {
        Attempt refused = new Attempt(Instant.EPOCH, "http-422", "email is taken");
        Outcome.Dead why = new Outcome.Dead(
                Reason.REFUSED,
                "422 email is taken",
                List.of(new FieldError("email", "taken", "Contact/EMail", "belongs to another")),
                refused);
        BatchHandler handler = new BatchHandler() {
            @Override
            public List<Outcome> handle(String flow, List<Envelope> batch) {
                return Records.all(batch, why);
            }

            @Override
            public String mapping(String flow) {
                return "hash-of-" + flow;
            }
        };
        broker.workQueues().declare(FLOW, 2);
        broker.workQueues().start(FLOW, BATCHES, handler);

        Envelope published = record(FLOW, "dead", 3);
        broker.dispatch().toWork(List.of(published));

        DeadEnvelope dead = theDead(1).getFirst();
        assertThat(dead.envelope()).isEqualTo(published.after(refused));
        assertThat(dead.why()).isEqualTo(why);
        assertThat(dead.mapping()).isEqualTo("hash-of-customers");
        assertThat(dead.at()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertNothingLeft();
    }
}
