package io.linkspan.deadletter;

import io.linkspan.ledger.Database;
import io.linkspan.record.Version;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes letters whose state, or a newer one, reached the target by another way than their replay: a later pull, a change
 * of the record, a mapping that was mended. Walks over the letters that are not closed, a page at a turn, and compares each
 * with what the ledger holds, so that delivery itself asks nothing of the letters.
 */
final class Overtaking {
    private static final Logger LOG = LoggerFactory.getLogger(Overtaking.class);
    private static final List<LetterStatus> WAITING = List.of(LetterStatus.OPEN, LetterStatus.REPLAYING);

    private final Database database;
    private final OvertakingTable table;
    private final int page;
    private final Map<LetterStatus, UUID> walked = new EnumMap<>(LetterStatus.class);

    /**
     * A walk that begins at the first letter.
     *
     * @param page how many letters are looked at in a turn, of each status
     */
    Overtaking(Database database, OvertakingTable table, int page) {
        this.database = database;
        this.table = table;
        this.page = page;
    }

    /** Looks at the next letters; called by one thread of one replica at a time. */
    void turn() {
        WAITING.forEach(this::turn);
    }

    private void turn(LetterStatus status) {
        List<OvertakingTable.Letter> letters =
                database.call(() -> table.page(status, Optional.ofNullable(walked.get(status)), page));
        letters.forEach(this::close);
        if (letters.size() < page) {
            walked.remove(status);
        } else {
            walked.put(status, letters.getLast().id());
        }
    }

    private void close(OvertakingTable.Letter letter) {
        Version held = letter.held();
        if (held == null) {
            return;
        }
        end(letter, held).ifPresent(end -> {
            boolean closed = database.transact(() -> table.close(letter, end, note(end, held)));
            if (closed) {
                LOG.info("dead letter {} is {}: {}", letter.id(), end, note(end, held));
            }
        });
    }

    /** A letter that a person edited is not delivered when the same state comes unedited: that person decides. */
    private static Optional<LetterStatus> end(OvertakingTable.Letter letter, Version held) {
        Version died = letter.died();
        boolean readAgain = !died.stated().isEmpty() && held.sameStated(died) && held.readAfter(died);
        if (held.equals(died) || readAgain) {
            return letter.edited() ? Optional.empty() : Optional.of(LetterStatus.DELIVERED);
        }
        return held.newerThan(died) ? Optional.of(LetterStatus.SUPERSEDED) : Optional.empty();
    }

    private static String note(LetterStatus end, Version held) {
        if (end == LetterStatus.DELIVERED) {
            return "the same state was delivered meanwhile";
        }
        return held.stated().isEmpty()
                ? "a state read later was delivered meanwhile"
                : "a newer state was delivered meanwhile: version " + held.stated();
    }
}
