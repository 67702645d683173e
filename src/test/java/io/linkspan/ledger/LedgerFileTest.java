package io.linkspan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.linkspan.record.CorrelationId;
import io.linkspan.record.RecordKey;
import io.linkspan.record.Version;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded ledger on disk. */
class LedgerFileTest {
    private static final DatabaseSettings EMBEDDED = new DatabaseSettings(null, "linkspan", "", 4);
    private static final int SETTLED = 40;

    @TempDir
    private Path data;

    @Test
    void keepsWhatWasSettledAndWhatWasClaimedWhenTheProcessIsKilled() throws Exception {
        Process doomed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Doomed.class.getName(),
                        data.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(doomed.waitFor()).isEqualTo(9);

        try (HikariDataSource source = DatabaseOpening.open(EMBEDDED, data)) {
            Ledger ledger = new Ledger(new Database(source), Clock.systemUTC(), "replica/next");
            assertThat(ledger.counts("customers")).isEqualTo(new LedgerCounts(SETTLED + 1, SETTLED, 1));
        }
    }

    @Test
    void saysInOneLineThatAnotherProcessHasTheLedgerOpen() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holding.class.getName(),
                        data.toString())
                .start();
        try {
            assertThat(other.inputReader().lines().anyMatch(Holding.OPEN::equals))
                    .isTrue();

            assertThatThrownBy(() -> DatabaseOpening.open(EMBEDDED, data))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("is open in another process")
                    .extracting(failure -> ((DatabaseUnavailable) failure).mend())
                    .asString()
                    .contains("linkspan.data");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    /** Settles records one by one, claims one more and ends like a killed process: no closing, no shutdown hooks. */
    static final class Doomed {
        public static void main(String[] args) {
            Ledger ledger = new Ledger(
                    new Database(TestDatabase.migrated(DatabaseOpening.open(EMBEDDED, Path.of(args[0])))),
                    Clock.systemUTC(),
                    "replica/doomed");
            IntStream.range(0, SETTLED)
                    .forEach(i -> ledger.settle(
                            "customers", List.of(claim(ledger, "C-" + i).delivered("" + i))));
            claim(ledger, "C-lost");
            Runtime.getRuntime().halt(9);
        }

        private static Claim.Send claim(Ledger ledger, String key) {
            Candidate candidate =
                    new Candidate(new RecordKey(key), Version.of("1", 1), "aa".repeat(16), "m1", CorrelationId.mint());
            return (Claim.Send) ledger.claim("customers", List.of(candidate)).getFirst();
        }
    }

    /** Holds the ledger open until it is killed. */
    static final class Holding {
        static final String OPEN = "the ledger is open";

        public static void main(String[] args) throws Exception {
            try (HikariDataSource source = DatabaseOpening.open(EMBEDDED, Path.of(args[0]))) {
                System.out.println(source.isRunning() ? OPEN : "not open");
                System.in.read();
            }
        }
    }
}
