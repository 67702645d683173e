package io.linkspan.delivery;

import io.linkspan.flow.Flow;
import io.linkspan.ledger.Candidate;
import io.linkspan.ledger.Claim;
import io.linkspan.ledger.Claim.Send;
import io.linkspan.ledger.Ledger;
import io.linkspan.ledger.Settled;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Outcome.Dead;
import io.linkspan.record.Outcome.Deferred;
import io.linkspan.record.Outcome.Delivered;
import io.linkspan.record.Outcome.Held;
import io.linkspan.record.RecordKey;
import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.Target;
import io.linkspan.system.Target.Item;
import io.linkspan.system.Target.ItemResult;
import io.linkspan.system.Target.ItemResult.Accepted;
import io.linkspan.system.Target.ItemResult.Failed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * One round of delivery: the newest state of each key is mapped, claimed in the ledger, pushed and settled. Every claim
 * is settled, whatever came of it; what the ledger or the target do not answer leaves the claim open, and the next round
 * for the record knows that it may be a repeat.
 */
final class Rounds {
    private static final Duration BUSY_PAUSE = Duration.ofSeconds(5);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

    private final Ledger ledger;
    private final BatchMapping mapping;
    private final Pace pace;
    private final Brake brake;
    private final DeliveryReport report;
    private final InstantSource clock;

    Rounds(Ledger ledger, BatchMapping mapping, Pace pace, Brake brake, DeliveryReport report, InstantSource clock) {
        this.ledger = ledger;
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
        List<Send> sends = claimed(flow, mapped, ledger.claim(flow.name(), candidates));
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
        Map<RecordKey, Envelope> envelopes = new HashMap<>();
        for (Send send : sends) {
            envelopes.put(send.key(), mapped.envelope(send.key()));
            items.add(new Item(
                    send.key(), send.idempotencyKey(), mapped.output(send.key()), send.targetId(), send.repeated()));
        }
        Pushing pushing = new Pushing(target, flow.to().push(), item -> {
            Envelope envelope = envelopes.get(item.key());
            return envelope == null
                    ? CallContext.start()
                    : new CallContext(envelope.correlationId(), envelope.trace().child());
        });
        return pace.push(pushing, items);
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
        ledger.settle(flow.name(), settled);
    }

    private Outcome decide(Flow flow, Fault fault, Envelope envelope, RetrySchedule schedule) {
        Outcome outcome = OutcomePolicy.decide(fault, envelope, schedule, clock.instant());
        if (outcome instanceof Held(Duration after, String why)) {
            brake.press(flow.to().system(), after, why);
        }
        return outcome;
    }

    private static Settled settled(Send send, ItemResult result, Outcome outcome) {
        boolean maybeApplied = result instanceof Failed(Fault fault) && fault instanceof Fault.Unsure;
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
                FIRST_DELAY,
                LONGEST_DELAY,
                RandomGenerator.getDefault());
    }
}
