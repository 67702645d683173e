package io.linkspan.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Replays as jobs in the database: the same on every database. */
abstract class ReplayContract extends DeadFixture {
    private static final Outcome DELIVERED = new Outcome.Delivered("id");

    private final List<Envelope> sent = new ArrayList<>();
    private final ReplayTable replayTable = new ReplayTable(database);
    private final Replays replays = new Replays(database, replayTable, clock);
    private final ReplayLedger reports = new ReplayLedger(database, replayTable);
    private ReplayRunner runner = runner();

    ReplayContract(DataSource source) {
        super(source, new PayloadKeys(List.of()));
    }

    @Test
    void sendsTheCanariesFirstAndTheOthersWhenTheyEndedWell() {
        dead(10);
        UUID id = start(query(null), 1000, 3);

        run(2);
        assertThat(sent).hasSize(3);
        assertThat(replays.get(id).status()).isEqualTo(ReplayStatus.CANARY);
        deliver(0, 3);

        run(2);
        assertThat(sent).hasSize(10);
        assertThat(replays.get(id).status()).isEqualTo(ReplayStatus.RUNNING);
        deliver(3, 10);

        run(1);
        assertThat(replays.get(id).status()).isEqualTo(ReplayStatus.FINISHED);
        assertThat(replays.get(id).counts()).isEqualTo(new Replay.Counts(0, 0, 10, 0, 0, 0));
        assertThat(all()).extracting(DeadLetter::status).containsOnly(LetterStatus.DELIVERED);
    }

    @Test
    void sendsNothingMoreWhenTheCanariesDieAgainUntilSomebodyResumesIt() {
        dead(10);
        UUID id = start(query(null), 1000, 3);
        run(2);
        deliver(0, 1);
        dieAgain(1, 3);

        run(2);
        assertThat(sent).hasSize(3);
        assertThat(replays.get(id).status()).isEqualTo(ReplayStatus.PAUSED);
        assertThat(replays.get(id).cause()).isEqualTo("2 of 3 died again");
        assertThat(letters.find(query(LetterStatus.OPEN), 10).total()).isEqualTo(2);

        replays.resume(id);
        run(2);
        assertThat(sent).hasSize(10);
    }

    @Test
    void resumesAsCanaryWhatWasPausedBeforeTheCanariesEnded() {
        dead(10);
        UUID id = start(query(null), 1000, 3);
        run(2);
        replays.pause(id, "lunch");
        replays.resume(id);

        run(2);
        assertThat(sent).hasSize(3);
        dieAgain(0, 3);
        run(2);
        assertThat(replays.get(id).status()).isEqualTo(ReplayStatus.PAUSED);
        assertThat(sent).hasSize(3);
    }

    @Test
    void keepsToItsRate() {
        dead(30);
        start(query(null), 5, 0);

        run(1);
        assertThat(sent).hasSizeBetween(5, 6);
        run(3);
        assertThat(sent).hasSizeBetween(20, 21);
    }

    @Test
    void pausesByItselfWhenTooManyDieAgain() {
        dead(30);
        UUID id = start(query(null), 10, 0);
        run(1);
        deliver(0, 7);
        run(1);
        assertThat(replays.get(id).status()).isEqualTo(ReplayStatus.RUNNING);

        dieAgain(7, 10);
        run(2);

        assertThat(replays.get(id).status()).isEqualTo(ReplayStatus.PAUSED);
        assertThat(replays.get(id).cause()).isEqualTo("3 of 10 died again");
        assertThat(sent).hasSizeLessThan(24);
    }

    @Test
    void pausesResumesAndStopsAndOpensWhatWasNotSent() {
        dead(20);
        UUID id = start(query(null), 5, 0);
        run(1);
        int gone = sent.size();
        replays.pause(id, "paused by kim");
        run(3);
        assertThat(sent).hasSize(gone);
        assertThat(replays.get(id).cause()).isEqualTo("paused by kim");

        replays.resume(id);
        run(1);
        int more = sent.size();
        assertThat(more).isGreaterThan(gone);

        replays.stop(id, "stopped by kim");
        run(3);
        deliver(0, more);
        assertThat(sent).hasSize(more);
        assertThat(replays.get(id).counts()).isEqualTo(new Replay.Counts(0, 0, more, 0, 0, 20 - more));
        assertThat(letters.find(query(LetterStatus.OPEN), 10).total()).isEqualTo(20 - more);
        assertThatThrownBy(() -> replays.resume(id)).isInstanceOf(ReplayOver.class);
    }

    @Test
    void goesOnAtAnotherReplicaWhenOneDiedBetweenSendingAndNoting() {
        dead(8);
        UUID id = start(query(null), 4, 0);
        run(1);
        int noted = sent.size();
        ReplayRunner dying = new ReplayRunner(
                database,
                replayTable,
                table,
                batch -> {
                    sent.addAll(batch);
                    throw new IllegalStateException("killed");
                },
                clock);
        assertThatThrownBy(dying::turn).hasMessage("killed");

        runner = runner();
        run(3);

        assertThat(sent).hasSize(9);
        assertThat(sent.get(noted).version()).isEqualTo(sent.get(noted + 1).version());
        deliver(0, 9);
        run(1);
        assertThat(replays.get(id).status()).isEqualTo(ReplayStatus.FINISHED);
        assertThat(replays.get(id).counts()).isEqualTo(new Replay.Counts(0, 0, 8, 0, 0, 0));
    }

    @Test
    void sendsASelectionAGroupOrWhatAQueryFindsAndNothingElse() {
        die(envelope("C-1", 1, "A"), refused("no"));
        die(envelope("C-2", 1, "A"), unmapped("name", "required"));
        die(envelope("C-3", 1, "A"), refused("the country is missing"));
        die(envelope("C-4", 1, "A"), refused("no"));
        UUID one = all().stream()
                .filter(letter -> letter.key().value().equals("C-1"))
                .findFirst()
                .orElseThrow()
                .id();
        String group = letters.groups(query(null), 10).stream()
                .filter(some -> some.title().contains("name"))
                .findFirst()
                .orElseThrow()
                .fingerprint();

        start(LetterQuery.of(List.of(one)), 100, 0);
        run(1);
        start(new LetterQuery(List.of(), null, null, null, null, group, null, null, null, null), 100, 0);
        run(1);
        start(new LetterQuery(List.of(), flow, null, null, null, null, null, null, null, "COUNTRY"), 100, 0);
        run(1);

        assertThat(sent).extracting(envelope -> envelope.key().value()).containsExactly("C-1", "C-2", "C-3");
        assertThatThrownBy(() -> start(LetterQuery.of(List.of(one)), 100, 0)).isInstanceOf(NothingToReplay.class);
    }

    @Test
    void sendsTheEditedRecordUnderTheSameIdentityAndKeepsTheOriginal() {
        die(envelope("C-1", 1, "Smih"), refused("no"));
        letters.edit(only().id(), "<Name>Smith</Name>".getBytes(StandardCharsets.UTF_8), "ann");
        start(query(null), 10, 0);
        run(1);

        assertThat(sent.getFirst().payload().text()).isEqualTo("<Name>Smith</Name>");
        assertThat(sent.getFirst().version())
                .isEqualTo(envelope("C-1", 1, "Smih").version());
        assertThat(sent.getFirst().attempts().count()).isZero();
        dieAgain(0, 1);
        assertThat(only().status()).isEqualTo(LetterStatus.OPEN);
        assertThat(letters.payloads(only().id()).original().text()).contains("Smih");
        assertThat(letters.payloads(only().id()).current().text()).contains("Smith");
    }

    @Test
    void leavesAnEditedLetterDeliveredWhenTheUneditedStateIsReadAndDiesAgain() {
        die(envelope("C-1", 1, "Smih"), refused("no"));
        letters.edit(only().id(), "<Name>Smith</Name>".getBytes(StandardCharsets.UTF_8), "ann");
        start(query(null), 10, 0);
        run(1);
        deliver(0, 1);
        die(readAs(envelope("C-1", 1, "Smih"), 40), refused("no"));

        assertThat(only().status()).isEqualTo(LetterStatus.DELIVERED);
        assertThat(only().occurrences()).isEqualTo(2);
    }

    @Test
    void sendsTheStatesOfARecordInTheirOrderAndSaysWhichWereSuperseded() {
        die(envelope("C-1", 2, "B"), refused("no"));
        die(envelope("C-1", 1, "A"), refused("no"));
        UUID id = start(query(null), 10, 0);
        run(1);

        assertThat(sent).extracting(envelope -> envelope.version().sequence()).containsExactly(1L, 2L);
        reports.settled(sent.get(0), new Outcome.Superseded());
        reports.settled(sent.get(1), DELIVERED);
        // A repeat that is recognised later changes nothing of what was said.
        reports.settled(sent.get(1), new Outcome.Superseded());
        run(1);

        assertThat(replays.get(id).counts()).isEqualTo(new Replay.Counts(0, 0, 1, 1, 0, 0));
        assertThat(letters.find(query(LetterStatus.SUPERSEDED), 10).total()).isOne();
        assertThat(letters.find(query(LetterStatus.DELIVERED), 10).total()).isOne();
    }

    private ReplayRunner runner() {
        return new ReplayRunner(database, replayTable, table, sent::addAll, clock);
    }

    private void dead(int count) {
        for (int i = 1; i <= count; i++) {
            die(envelope("C-" + i, 1, "A"), refused("no"));
        }
    }

    private UUID start(LetterQuery which, int rate, int canary) {
        return replays.start(new ReplayOrder(which, "", "kim", rate, canary, 0.2))
                .id();
    }

    private void run(int seconds) {
        for (int i = 0; i < 5 * seconds; i++) {
            clock.move(Duration.ofMillis(200));
            runner.turn();
        }
    }

    private void deliver(int from, int to) {
        sent.subList(from, to).forEach(envelope -> reports.settled(envelope, DELIVERED));
    }

    private void dieAgain(int from, int to) {
        sent.subList(from, to).forEach(envelope -> die(envelope, refused("still no")));
    }
}
