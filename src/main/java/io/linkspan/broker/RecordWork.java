package io.linkspan.broker;

import io.linkspan.broker.BrokerMeters.Fate;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hands the records of one partition to the flow's handler, and says by messages what becomes of those not settled. */
final class RecordWork implements BatchWork {
    /** A bound, so that replicas that disagree about the number of partitions do not play ball with a record. */
    private static final int MOST_MOVES = 3;

    /** Rungs and clocks are no more exact than that. */
    private static final Duration NEARLY = Duration.ofMillis(500);

    private final String flow;
    private final int partition;
    private final BatchHandler handler;
    private final Topology topology;
    private final Messages messages;
    private final BrokerMeters meters;

    RecordWork(
            String flow,
            int partition,
            BatchHandler handler,
            Topology topology,
            Messages messages,
            BrokerMeters meters) {
        this.flow = flow;
        this.partition = partition;
        this.handler = handler;
        this.topology = topology;
        this.messages = messages;
        this.meters = meters;
    }

    @Override
    public Decision handle(List<Arrival> batch) {
        List<Message> away = new ArrayList<>();
        List<Due> due = new ArrayList<>();
        batch.forEach(arrival -> sort(arrival, due, away));
        return due.isEmpty() ? Decision.whole(away) : decide(due, away);
    }

    /** A record whose time has come. */
    private record Due(Arrival arrival, Envelope envelope) {}

    private Decision decide(List<Due> due, List<Message> away) {
        List<Outcome> outcomes =
                handler.handle(flow, due.stream().map(Due::envelope).toList());
        if (outcomes.size() != due.size()) {
            throw new IllegalStateException(
                    "the handler of " + flow + " gave " + outcomes.size() + " outcomes for " + due.size());
        }
        List<Arrival> kept = new ArrayList<>();
        Duration wait = null;
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Held(Duration after, String _)) {
                kept.add(due.get(i).arrival());
                wait = wait == null || after.compareTo(wait) < 0 ? after : wait;
            } else {
                settle(due.get(i).envelope(), outcomes.get(i), away);
            }
        }
        return new Decision(away, kept, wait == null ? Duration.ZERO : wait);
    }

    private void sort(Arrival arrival, List<Due> due, List<Message> away) {
        Envelope envelope;
        try {
            envelope = EnvelopeCodec.read(arrival.properties(), arrival.body());
            demandOurs(envelope);
        } catch (IllegalArgumentException unreadable) {
            Outcome.Dead why = new Outcome.Dead(Outcome.Reason.UNREADABLE, String.valueOf(unreadable.getMessage()));
            away.add(dead(Salvage.of(arrival.properties(), arrival.body(), flow), why));
            return;
        }
        long moved = Header.number(arrival.properties().getHeaders(), Header.MOVED, 0);
        Duration early = early(arrival);
        if (misplaced(envelope) && moved < MOST_MOVES) {
            meters.sent(flow, Fate.MOVED);
            away.add(messages.toWork(envelope, moved + 1));
        } else if (early.compareTo(NEARLY) > 0) {
            away.add(messages.toRetry(envelope, early));
        } else {
            due.add(new Due(arrival, envelope));
        }
    }

    private void demandOurs(Envelope envelope) {
        if (!envelope.flow().equals(flow)) {
            throw new IllegalArgumentException(
                    "the message is of the flow '" + envelope.flow() + "' but stood in the queue of '" + flow + "'");
        }
    }

    private boolean misplaced(Envelope envelope) {
        return envelope.key().partition(topology.partitions(flow)) != partition;
    }

    /** How much of its wait a record still has before it, where the wait was longer than the longest rung. */
    private Duration early(Arrival arrival) {
        long notBefore = Header.number(arrival.properties().getHeaders(), Header.NOT_BEFORE, 0);
        return Duration.between(messages.now(), Instant.ofEpochMilli(notBefore));
    }

    private void settle(Envelope envelope, Outcome outcome, List<Message> away) {
        switch (outcome) {
            case Outcome.Delivered _, Outcome.Unchanged _, Outcome.Superseded _, Outcome.Held _ -> {}
            case Outcome.Retry retry -> {
                meters.sent(flow, Fate.RETRY);
                away.add(messages.toRetry(envelope.after(retry.attempt()), retry.after()));
            }
            case Outcome.Deferred deferred -> {
                meters.sent(flow, Fate.DEFERRED);
                away.add(messages.toRetry(envelope, deferred.after()));
            }
            case Outcome.Dead dead -> away.add(dead(envelope, dead));
        }
    }

    private Message dead(Envelope envelope, Outcome.Dead why) {
        meters.sent(flow, Fate.DEAD);
        Envelope last = why.attempt() == null ? envelope : envelope.after(why.attempt());
        return messages.toDead(last, DeadNote.of(why, messages.now(), handler.mapping(flow)));
    }
}
