package io.linkspan.deadletter;

import io.linkspan.ledger.Database;
import io.linkspan.ledger.ReplayReports;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import java.util.Optional;
import java.util.UUID;

/** Takes down how replayed records ended. */
final class ReplayLedger implements ReplayReports {
    private final Database database;
    private final ReplayTable table;

    ReplayLedger(Database database, ReplayTable table) {
        this.database = database;
        this.table = table;
    }

    @Override
    public void settled(Envelope replayed, Outcome outcome) {
        Optional<UUID> replay = replay(replayed);
        Optional<LetterStatus> end = end(outcome);
        if (replay.isPresent() && end.isPresent()) {
            database.retryLost(() -> {
                table.ended(replay.get(), replayed, end.get());
                return replayed;
            });
        }
    }

    private static Optional<LetterStatus> end(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered delivered -> Optional.of(LetterStatus.DELIVERED);
            case Outcome.Unchanged unchanged -> Optional.of(LetterStatus.DELIVERED);
            case Outcome.Superseded superseded -> Optional.of(LetterStatus.SUPERSEDED);
            case Outcome.Retry retry -> Optional.empty();
            case Outcome.Held held -> Optional.empty();
            case Outcome.Deferred deferred -> Optional.empty();
            case Outcome.Dead dead -> Optional.empty();
        };
    }

    private static Optional<UUID> replay(Envelope replayed) {
        try {
            return Optional.ofNullable(replayed.replay()).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
