package io.linkspan.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Payloads encrypted at rest: the same on every database. */
abstract class SealedContract extends DeadFixture {
    private static final PayloadKeys.Key OLD =
            new PayloadKeys.Key("2025", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    private static final PayloadKeys.Key NEW =
            new PayloadKeys.Key("2026", "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=");

    SealedContract(DataSource source) {
        super(source, new PayloadKeys(List.of(OLD)));
    }

    private LetterTable tableWith(PayloadKeys.Key... keys) {
        return new LetterTable(database, new PayloadCipher(new PayloadKeys(List.of(keys))));
    }

    private String stored(UUID id) {
        return database.call(() -> database.jdbc()
                .sql("SELECT payload, edited FROM dead_letter WHERE id = :id")
                .param("id", id)
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1)
                        + new String(row.getBytes(2), StandardCharsets.ISO_8859_1))
                .single());
    }

    private UUID edited() {
        die(envelope("C-1", 1, "Smih"), refused("no"));
        letters.edit(only().id(), "<Name>Smith</Name>".getBytes(StandardCharsets.UTF_8), "ann");
        return only().id();
    }

    @Test
    void writesNoPayloadInTheClear() {
        UUID id = edited();

        assertThat(stored(id)).doesNotContain("Smi").doesNotContain("Customer");
        assertThat(letters.payloads(id).original().text()).contains("Smih");
        assertThat(letters.payloads(id).current().text()).contains("Smith");
    }

    @Test
    void writesAnewUnderTheFirstKeySoThatTheOneBeforeCanGo() {
        UUID id = edited();

        new PayloadRotation(database, tableWith(NEW, OLD)).run();

        assertThat(tableWith(NEW).payloads(id).orElseThrow().current().text()).contains("Smith");
        assertThatThrownBy(() -> tableWith(OLD).payloads(id))
                .isInstanceOf(PayloadSealed.class)
                .hasMessageContaining("'2026'");
        new PayloadRotation(database, tableWith()).run();
        new PayloadRotation(database, tableWith(OLD, NEW)).run();
        assertThat(letters.payloads(id).original().text()).contains("Smih");
    }

    @Test
    void opensNoPayloadThatStoodInAnotherLetter() {
        UUID id = edited();
        die(envelope("C-2", 1, "B"), refused("no"));
        UUID other = all().stream()
                .map(DeadLetter::id)
                .filter(one -> !one.equals(id))
                .findFirst()
                .orElseThrow();

        database.call(() -> database.jdbc()
                .sql(
                        "UPDATE dead_letter SET payload = (SELECT payload FROM dead_letter WHERE id = :from) WHERE id = :to")
                .param("from", id)
                .param("to", other)
                .update());

        assertThatThrownBy(() -> letters.payloads(other)).isInstanceOf(PayloadSealed.class);
        database.call(() -> database.jdbc()
                .sql("DELETE FROM dead_letter WHERE id = :id")
                .param("id", other)
                .update());
    }
}
