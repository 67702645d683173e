package io.linkspan.bench.pipeline;

import io.linkspan.bench.site.Site;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code bench ledger}: what a ledger of 5,000,000 rows costs against one of a few hundred thousand. The rows belong to the
 * flows that are measured, and their keys stand among those that come. Between the turns the broker alone is measured, so
 * that a machine that became slower meanwhile is not taken for a slower ledger.
 */
public final class LedgerBench {
    private static final int RECORDS = 50_000;
    private static final int WARMING = 3;
    private static final int TURNS = 3;
    private static final int ROWS = 5_000_000;
    private static final double ALLOWED = 1.1;

    private LedgerBench() {}

    /** Runs it; false where the large ledger costs more than a tenth. */
    public static boolean run(Path folder) throws Exception {
        try (Site site = Site.open();
                WholeWay way = WholeWay.open(site, folder.resolve("ledger"), RECORDS)) {
            RawBroker raw = new RawBroker(site);
            for (int i = 0; i < WARMING; i++) {
                way.run("warming-" + i);
            }
            Turns small = turns(way, raw, "small");
            for (int i = 0; i < TURNS; i++) {
                fill(way, "large-" + i, ROWS / TURNS);
            }
            settle(way);
            Turns large = turns(way, raw, "large");
            double cost = Measured.middle(large.micros()) / Measured.middle(small.micros());
            System.out.printf(
                    Locale.ROOT,
                    "ledger: %,d rows cost x %.2f CPU time a record, x %.2f time beside the broker alone%n",
                    ROWS,
                    cost,
                    Measured.middle(small.shares()) / Measured.middle(large.shares()));
            return cost <= ALLOWED;
        }
    }

    /**
     * Turns with one ledger.
     *
     * @param micros of CPU time a record, of all processes together
     * @param shares the rate, as a share of the broker's alone before and after the turn
     */
    private record Turns(List<Double> micros, List<Double> shares) {}

    private static Turns turns(WholeWay way, RawBroker raw, String name) throws Exception {
        Turns turns = new Turns(new ArrayList<>(), new ArrayList<>());
        Measured before = raw.measure(WholeWay.PARTITIONS, RECORDS);
        for (int i = 0; i < TURNS; i++) {
            Measured whole = way.run(name + "-" + i);
            Measured after = raw.measure(WholeWay.PARTITIONS, RECORDS);
            System.out.println(whole.line("the whole way, " + name + " ledger"));
            turns.micros().add(whole.microsInAll());
            turns.shares().add(2 * whole.rate() / (before.rate() + after.rate()));
            before = after;
        }
        return turns;
    }

    /** Rows as a delivery leaves them, so many between any two keys that will come. */
    private static void fill(WholeWay way, String flow, int rows) throws SQLException {
        int between = rows / RECORDS;
        try (Connection connection = way.service().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO flow (name) VALUES ('" + flow + "')");
            statement.execute("""
                    INSERT INTO ledger (flow_id, record_key, revision, target_id, held_sequence, held_stated, held_hash,
                        held_mapping, held_at)
                    SELECT (SELECT id FROM flow WHERE name = '%s'), lpad((n / %d)::text, 10, '0') || '-' || n %% %d, 2,
                        'c' || n, n, '2026-01-01T00:00:00.000000000Z', decode(md5(n::text), 'hex'), 1, now()
                    FROM generate_series(1, %d) n""".formatted(flow, between, between, rows));
        }
    }

    /** What autovacuum and the checkpointer do in their own time is not to fall into a turn. */
    private static void settle(WholeWay way) throws SQLException {
        try (Connection connection = way.service().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM (ANALYZE) ledger");
            statement.execute("CHECKPOINT");
        }
    }
}
