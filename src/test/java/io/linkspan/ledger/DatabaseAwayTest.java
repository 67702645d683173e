package io.linkspan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.linkspan.record.CorrelationId;
import io.linkspan.record.RecordKey;
import io.linkspan.record.Version;
import io.linkspan.testing.RealPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that is not there, or not any more. */
class DatabaseAwayTest {
    private static final Path DATA = Path.of("data");

    @Test
    void saysInOneLineThatTheServerCannotBeReached() {
        DatabaseSettings nowhere =
                new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/linkspan?password=hush", "linkspan", "", 4);

        assertThatThrownBy(() -> DatabaseOpening.open(nowhere, DATA))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/linkspan cannot be reached")
                .hasMessageNotContaining("hush")
                .hasMessageNotContaining("\n");
    }

    @Test
    void saysInOneLineThatTheUserIsRefused() {
        DatabaseSettings stranger = new DatabaseSettings(RealPostgres.shared().freshDatabase(), "stranger", "x", 4);

        assertThatThrownBy(() -> DatabaseOpening.open(stranger, DATA))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("refused the user 'stranger'");
    }

    @Test
    void holdsWhatIsClaimedWhileTheServerIsAwayAndGoesOnAfterwards() {
        try (RealPostgres server = RealPostgres.own();
                HikariDataSource source = DatabaseOpening.open(
                        new DatabaseSettings(server.freshDatabase(), server.username(), server.password(), 4), DATA)) {
            source.setConnectionTimeout(1000);
            Ledger ledger = new Ledger(new Database(TestDatabase.migrated(source)), Clock.systemUTC(), "replica/one");
            Claim.Send sent = (Claim.Send) ledger.claim("customers", batch()).getFirst();
            server.kill();
            assertThatThrownBy(() -> ledger.settle("customers", List.of(sent.delivered("77"))))
                    .isInstanceOf(DatabaseUnavailable.class);
            assertThatThrownBy(() -> ledger.claim("customers", batch())).isInstanceOf(DatabaseUnavailable.class);

            server.start();

            Claim.Send repeat = await().ignoreException(DatabaseUnavailable.class)
                    .until(() -> (Claim.Send) ledger.claim("customers", batch()).getFirst(), Objects::nonNull);
            assertThat(repeat.repeated()).isTrue();
            assertThat(repeat.idempotencyKey()).isEqualTo(sent.idempotencyKey());
        }
    }

    private static List<Candidate> batch() {
        return List.of(
                new Candidate(new RecordKey("C-1"), Version.of("1", 1), "aa".repeat(16), "m1", CorrelationId.mint()));
    }
}
