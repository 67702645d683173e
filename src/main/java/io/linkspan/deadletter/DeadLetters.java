package io.linkspan.deadletter;

import io.linkspan.ledger.Database;
import io.linkspan.record.Payload;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * The dead letters as a person works with them. Throws {@link NoSuchLetter} for an unknown id and {@link
 * io.linkspan.ledger.DatabaseUnavailable} when the database is away.
 */
public final class DeadLetters {
    private final Database database;
    private final LetterTable table;
    private final Clock clock;

    DeadLetters(Database database, LetterTable table, Clock clock) {
        this.database = database;
        this.table = table;
        this.clock = clock;
    }

    /** One page of the letters meant. */
    public LetterPage find(LetterQuery query, LetterPage.Cursor after, int limit) {
        return database.transact(() -> page(query, Where.of(query).after(after), limit));
    }

    /** The first page of the letters meant. */
    public LetterPage find(LetterQuery query, int limit) {
        return database.transact(() -> page(query, Where.of(query), limit));
    }

    private LetterPage page(LetterQuery query, Where where, int limit) {
        List<DeadLetter> found = table.list(where, limit + 1);
        List<DeadLetter> page = found.subList(0, Math.min(limit, found.size()));
        LetterPage.Cursor next = found.size() > limit
                ? new LetterPage.Cursor(page.getLast().diedAt(), page.getLast().id())
                : null;
        return new LetterPage(page, table.count(Where.of(query)), next);
    }

    /** One letter. */
    public DeadLetter get(UUID id) {
        return database.call(() -> table.get(id)).orElseThrow(() -> new NoSuchLetter(id));
    }

    /**
     * What a letter carries: for those only who may see it.
     *
     * @throws PayloadSealed when it cannot be decrypted
     */
    public Payloads payloads(UUID id) {
        return database.call(() -> table.payloads(id)).orElseThrow(() -> new NoSuchLetter(id));
    }

    /** What is wrong with the letters meant, the largest group first. */
    public List<LetterGroup> groups(LetterQuery query, int limit) {
        return database.call(() -> table.groups(Where.of(query), limit));
    }

    /**
     * Decides that the open ones among the letters meant shall not be delivered.
     *
     * @return how many
     */
    public int discard(LetterQuery query, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("say why: discarding needs a reason");
        }
        return database.call(() -> table.discard(Where.of(query.in(LetterStatus.OPEN)), reason.strip()));
    }

    /**
     * Changes what a replay will send. The original is kept.
     *
     * @return the difference between the original and the edited record
     * @throws EditRefused when the text is not a record
     * @throws LetterNotOpen when the letter is being replayed, or done with
     */
    public List<Difference> edit(UUID id, byte[] text, String by) {
        Payload original = payloads(id).original();
        Payload edited = new Payload(original.format(), text);
        List<Difference> differences = Difference.between(original, Flattened.checked(edited));
        DeadLetter.Edit edit = new DeadLetter.Edit(by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        int changed = database.call(() -> table.edit(id, new Payloads(original, edited), edit));
        if (changed == 0) {
            throw new LetterNotOpen(id, get(id).status());
        }
        return differences;
    }

    /** What a person changed in a letter's record, field by field. */
    public List<Difference> difference(UUID id) {
        Payloads payloads = payloads(id);
        return Difference.between(payloads.original(), Flattened.of(payloads.current()));
    }
}
