package io.linkspan.deadletter;

import io.linkspan.broker.BrokerException;
import io.linkspan.ledger.Database;
import io.linkspan.ledger.DatabaseUnavailable;
import io.linkspan.ops.FaultPoint;
import io.linkspan.record.Attempts;
import io.linkspan.record.Envelope;
import io.linkspan.record.Version;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what replays hold, a little at each turn. Published with the broker's confirmation first and noted then: a crash
 * between the two publishes a record twice, and delivery recognises the second.
 */
final class ReplayRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayRunner.class);
    private static final List<ReplayStatus> SENDING = List.of(ReplayStatus.CANARY, ReplayStatus.RUNNING);

    private final Database database;
    private final ReplayTable table;
    private final LetterTable letters;
    private final Consumer<List<Envelope>> work;
    private final Clock clock;
    private final Map<UUID, Pace> paces = new HashMap<>();

    /**
     * A runner for one replica.
     *
     * @param work takes envelopes to the work queues; returns when the broker has confirmed them, throws {@link
     *     BrokerException} when it has not
     */
    ReplayRunner(
            Database database, ReplayTable table, LetterTable letters, Consumer<List<Envelope>> work, Clock clock) {
        this.database = database;
        this.table = table;
        this.letters = letters;
        this.work = work;
        this.clock = clock;
    }

    /** One turn over all replays; called by one thread of one replica at a time. */
    void turn() {
        try {
            List<UUID> atWork = database.call(table::atWork);
            paces.keySet().retainAll(atWork);
            atWork.forEach(this::step);
        } catch (DatabaseUnavailable away) {
            LOG.warn("replays wait: {}", away.getMessage());
        }
    }

    private void step(UUID id) {
        Replay replay = database.call(() -> table.get(id)).orElseThrow(() -> new NoSuchReplay(id));
        Replay.Counts counts = replay.counts();
        if (counts.waiting() == 0 && replay.quiet()) {
            move(replay, ReplayStatus.FINISHED, "");
        } else if (replay.status() != ReplayStatus.PAUSED && replay.failing()) {
            move(replay, ReplayStatus.PAUSED, "%d of %d died again".formatted(counts.dead(), counts.ended()));
        } else if (replay.status() == ReplayStatus.CANARY && replay.open() == 0 && replay.quiet()) {
            move(replay, ReplayStatus.RUNNING, "");
        } else if (replay.open() > 0) {
            send(replay);
        }
    }

    private void send(Replay replay) {
        Pace pace = paces.computeIfAbsent(replay.id(), id -> new Pace(replay.aSecond(), clock));
        int allowed = Math.min(replay.open(), pace.allowed());
        if (allowed == 0) {
            return;
        }
        try {
            List<ReplayTable.Waiting> next = database.call(() -> table.next(replay.id(), allowed));
            List<Envelope> envelopes = new ArrayList<>(next.size());
            for (ReplayTable.Waiting waiting : next) {
                envelopes.add(envelope(replay.id(), waiting));
            }
            FaultPoint.BEFORE_REPLAY.passed();
            work.accept(envelopes);
            FaultPoint.AFTER_REPLAY.passed();
            pace.spent(next.size());
            database.transact(() -> {
                table.sent(
                        replay.id(),
                        next.stream().map(ReplayTable.Waiting::place).toList());
                return !replay.cause().isEmpty() && table.turn(replay.id(), SENDING, replay.status(), "");
            });
        } catch (BrokerException waits) {
            tell(replay, String.valueOf(waits.getMessage()));
        } catch (PayloadSealed unreadable) {
            move(replay, ReplayStatus.PAUSED, String.valueOf(unreadable.getMessage()));
        }
    }

    private Envelope envelope(UUID replay, ReplayTable.Waiting waiting) {
        DeadLetter letter = database.call(() -> letters.get(waiting.letter()))
                .orElseThrow(() -> new NoSuchLetter(waiting.letter()));
        Payloads payloads =
                database.call(() -> letters.payloads(letter.id())).orElseThrow(() -> new NoSuchLetter(letter.id()));
        return new Envelope(
                        letter.flow(),
                        letter.key(),
                        new Version(letter.version().stated(), waiting.sequence()),
                        letter.correlationId(),
                        letter.trace(),
                        payloads.current(),
                        Attempts.NONE,
                        null)
                .replayedBy(replay.toString());
    }

    private void move(Replay replay, ReplayStatus to, String cause) {
        if (database.call(() -> table.turn(replay.id(), List.of(replay.status()), to, cause))) {
            LOG.info("replay {} is {} {}", replay.id(), to, cause);
        }
    }

    private void tell(Replay replay, String cause) {
        if (!cause.equals(replay.cause())) {
            LOG.warn("replay {} waits: {}", replay.id(), cause);
            database.call(() -> table.turn(replay.id(), SENDING, replay.status(), cause));
        }
    }
}
