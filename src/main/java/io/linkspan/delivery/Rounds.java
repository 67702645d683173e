package io.linkspan.delivery;

import io.linkspan.delivery.Pushing.Journeys;
import io.linkspan.flow.Flow;
import io.linkspan.ledger.Candidate;
import io.linkspan.ledger.Claim;
import io.linkspan.ledger.Claim.Send;
import io.linkspan.ledger.Ledger;
import io.linkspan.ledger.Settled;
import io.linkspan.ops.FaultPoint;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Outcome.Dead;
import io.linkspan.record.Outcome.Deferred;
import io.linkspan.record.Outcome.Delivered;
import io.linkspan.record.Outcome.Held;
import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.Systems;
import io.linkspan.system.Target;
import io.linkspan.system.Target.Item;
import io.linkspan.system.Target.ItemResult;
import io.linkspan.system.Target.ItemResult.Accepted;
import io.linkspan.system.Target.ItemResult.Failed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One round of delivery: the newest state of each key is mapped, claimed in the ledger, pushed and settled. Every claim
 * is settled, whatever came of it; what the ledger or the target do not answer leaves the claim open, and the next round
 * for the record knows that it may be a repeat.
 */
final class Rounds {
    private static final Duration BUSY_PAUSE = Duration.ofSeconds(5);

    /** Well within the time after which the ledger thinks a delivery lost and gives the record to another. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(4);

    private final Ledger ledger;
    private final Systems systems;
    private final BatchMapping mapping;
    private final Pace pace;
    private final Brake brake;
    private final DeliveryReport report;
    private final InstantSource clock;

    Rounds(
            Ledger ledger,
            Systems systems,
            BatchMapping mapping,
            Pace pace,
            Brake brake,
            DeliveryReport report,
            InstantSource clock) {
        this.ledger = ledger;
        this.systems = systems;
        this.mapping = mapping;
        this.pace = pace;
        this.brake = brake;
        this.report = report;
        this.clock = clock;
    }

    List<Outcome> deliver(Flow flow, Target target, List<Envelope> batch) {
        RetrySchedule schedule = schedule(flow);
        MappedBatch mapped = mapping.map(flow, batch, schedule);
        List<Candidate> candidates = mapped.candidates(flow.mapping().hash());
        FaultPoint.BEFORE_CLAIM.passed();
        List<Send> sends = claimed(flow, mapped, ledger.claim(flow.name(), candidates));
        FaultPoint.AFTER_CLAIM.passed();
        settle(flow, schedule, mapped, sends, pushed(flow, target, mapped, sends));
        return mapped.outcomes();
    }

    private List<Send> claimed(Flow flow, MappedBatch mapped, List<Claim> claims) {
        List<Send> sends = new ArrayList<>();
        int readLater = 0;
        for (Claim claim : claims) {
            switch (claim) {
                case Send send -> sends.add(send);
                case Claim.Unchanged same -> mapped.ends(same.key(), new Outcome.Unchanged());
                case Claim.Superseded old -> {
                    readLater += old.readLater() ? 1 : 0;
                    mapped.ends(old.key(), new Outcome.Superseded());
                }
                case Claim.Busy busy ->
                    mapped.ends(busy.key(), new Deferred(BUSY_PAUSE, "another delivery of the record is under way"));
            }
        }
        report.clockWentBack(flow, readLater);
        return sends;
    }

    private List<ItemResult> pushed(Flow flow, Target target, MappedBatch mapped, List<Send> sends) {
        boolean answered = false;
        try {
            List<ItemResult> results = push(flow, target, mapped, sends);
            answered = true;
            return results;
        } finally {
            if (!answered) {
                ledger.abandon(flow.name(), sends);
            }
        }
    }

    private List<ItemResult> push(Flow flow, Target target, MappedBatch mapped, List<Send> sends) {
        List<Item> items = new ArrayList<>(sends.size());
        for (Send send : sends) {
            items.add(new Item(
                    send.key(), send.idempotencyKey(), mapped.output(send.key()), send.targetId(), send.repeated()));
        }
        Journeys journeys = new UnderWay(mapped, clock, clock.instant().plus(LONGEST_ROUND));
        return pace.push(
                new Pushing(
                        new RemovingTarget(target, flow.to().delete()),
                        flow.to().push(),
                        journeys),
                items);
    }

    private record UnderWay(MappedBatch mapped, InstantSource clock, Instant end) implements Journeys {
        @Override
        public CallContext context(Item item) {
            Envelope envelope = mapped.envelope(item.key());
            return new CallContext(envelope.correlationId(), envelope.trace().child());
        }

        @Override
        public int tried(Item item) {
            return mapped.envelope(item.key()).attempts().count();
        }

        @Override
        public boolean late() {
            return clock.instant().isAfter(end);
        }
    }

    private void settle(
            Flow flow, RetrySchedule schedule, MappedBatch mapped, List<Send> sends, List<ItemResult> results) {
        List<Settled> settled = new ArrayList<>(sends.size());
        for (int i = 0; i < sends.size(); i++) {
            Send send = sends.get(i);
            Envelope envelope = mapped.envelope(send.key());
            Outcome outcome =
                    switch (results.get(i)) {
                        case Accepted accepted -> new Delivered(accepted.targetId());
                        case Failed failed -> decide(flow, failed.fault(), envelope, schedule);
                    };
            settled.add(settled(send, results.get(i), outcome));
            mapped.ends(send.key(), outcome);
        }
        FaultPoint.BEFORE_SETTLE.passed();
        ledger.settle(flow.name(), settled);
        FaultPoint.AFTER_SETTLE.passed();
    }

    private Outcome decide(Flow flow, Fault fault, Envelope envelope, RetrySchedule schedule) {
        Outcome outcome = OutcomePolicy.decide(
                fault,
                envelope,
                schedule,
                clock.instant(),
                systems.condition(flow.to().system()));
        if (outcome instanceof Held(Duration after, String why) && after.isPositive()) {
            brake.press(flow.to().system(), after, why);
        }
        return outcome;
    }

    private static Settled settled(Send send, ItemResult result, Outcome outcome) {
        boolean maybeApplied = result instanceof Failed(Fault fault) && fault.maybeDone();
        return switch (outcome) {
            case Delivered delivered -> send.delivered(delivered.targetId());
            case Dead dead -> send.dead(maybeApplied);
            default -> send.released(maybeApplied);
        };
    }

    private static RetrySchedule schedule(Flow flow) {
        return new RetrySchedule(
                flow.retry().attempts(),
                flow.retry().maxAge(),
                flow.retry().first(),
                flow.retry().longest(),
                RandomGenerator.getDefault());
    }
}
