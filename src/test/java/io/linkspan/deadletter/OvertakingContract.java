package io.linkspan.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.ledger.Candidate;
import io.linkspan.ledger.Claim;
import io.linkspan.ledger.Leases;
import io.linkspan.ledger.Ledger;
import io.linkspan.record.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters whose record reached the target another way: the same on every database. */
abstract class OvertakingContract extends DeadFixture {
    private final Ledger ledger = new Ledger(database, clock, "replica/1");
    private final ReplayTable replayTable = new ReplayTable(database);
    private final Replays replays = new Replays(database, replayTable, clock);
    private final Overtaking overtaking = new Overtaking(database, new OvertakingTable(database), 2);

    OvertakingContract(DataSource source) {
        super(source, new PayloadKeys(List.of()));
    }

    @BeforeEach
    void live() {
        new Leases(database, clock).acquire("replica/1", "replica/1", Duration.ofMinutes(1));
    }

    @Test
    void closesALetterWhenANewerStateWasDelivered() {
        die(envelope("C-1", 1, "A"), refused("no"));
        overtaking.turn();
        assertThat(only().status()).isEqualTo(LetterStatus.OPEN);

        deliver(envelope("C-1", 2, "B"));
        overtaking.turn();

        assertThat(only().status()).isEqualTo(LetterStatus.SUPERSEDED);
        assertThat(only().closed()).contains("a newer state was delivered meanwhile: version 2026-01-02");
    }

    @Test
    void closesALetterWhenTheSameStateWasReadAgainAndDelivered() {
        die(envelope("C-1", 1, "A"), unmapped("name", "required"));

        deliver(readAs(envelope("C-1", 1, "A"), 40));
        overtaking.turn();

        assertThat(only().status()).isEqualTo(LetterStatus.DELIVERED);
        assertThat(only().closed()).isEqualTo("the same state was delivered meanwhile");
    }

    @Test
    void leavesALetterOpenWhoseStateWasDeliveredOnlyBeforeItDied() {
        deliver(envelope("C-1", 1, "A"));
        die(readAs(envelope("C-1", 1, "A"), 40), unmapped("name", "required"));
        deliver(envelope("C-2", 1, "A"));
        die(envelope("C-2", 2, "B"), refused("no"));

        overtaking.turn();

        assertThat(all()).extracting(DeadLetter::status).containsOnly(LetterStatus.OPEN);
    }

    @Test
    void leavesAnEditedLetterToThePersonUnlessANewerStateWasDelivered() {
        die(envelope("C-1", 1, "Smih"), refused("no"));
        letters.edit(only().id(), "<Name>Smith</Name>".getBytes(StandardCharsets.UTF_8), "ann");

        deliver(readAs(envelope("C-1", 1, "Smih"), 40));
        overtaking.turn();
        assertThat(only().status()).isEqualTo(LetterStatus.OPEN);

        deliver(envelope("C-1", 2, "Smith"));
        overtaking.turn();
        assertThat(only().status()).isEqualTo(LetterStatus.SUPERSEDED);
    }

    @Test
    void takesAnOvertakenLetterOutOfTheReplayItWaitsIn() {
        die(envelope("C-1", 1, "A"), refused("no"));
        Replay replay = replays.start(new ReplayOrder(query(null), "", "kim", 10, 0, 0.2));
        replays.pause(replay.id(), "lunch");

        deliver(envelope("C-1", 2, "B"));
        overtaking.turn();

        assertThat(replays.get(replay.id()).counts().superseded()).isOne();
        assertThat(replays.get(replay.id()).counts().waiting()).isZero();
        List<Envelope> sent = new ArrayList<>();
        new ReplayRunner(database, replayTable, table, sent::addAll, clock).turn();
        assertThat(replays.get(replay.id()).status()).isEqualTo(ReplayStatus.FINISHED);
        assertThat(sent).isEmpty();
    }

    @Test
    void walksOverAllLettersPageByPageAndBeginsAnew() {
        for (int i = 1; i <= 5; i++) {
            die(envelope("C-" + i, 1, "A"), refused("no"));
        }
        overtaking.turn();
        for (int i = 1; i <= 5; i++) {
            deliver(envelope("C-" + i, 2, "B"));
        }

        for (int i = 0; i < 6; i++) {
            overtaking.turn();
        }

        assertThat(all()).extracting(DeadLetter::status).containsOnly(LetterStatus.SUPERSEDED);
    }

    private void deliver(Envelope envelope) {
        String hash = "%08x".formatted(envelope.payload().hashCode());
        Candidate candidate = new Candidate(envelope.key(), envelope.version(), hash, "m1", envelope.correlationId());
        if (ledger.claim(flow, List.of(candidate)).getFirst() instanceof Claim.Send send) {
            ledger.settle(flow, List.of(send.delivered("id")));
        }
    }
}
