package io.linkspan.ledger;

import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class PostgresLedgerTest {
    private static final DataSource DATABASE = TestDatabase.postgres();

    @Nested
    class Order extends OrderContract {
        Order() {
            super(DATABASE);
        }
    }

    @Nested
    class Repeat extends RepeatContract {
        Repeat() {
            super(DATABASE);
        }
    }

    @Nested
    class Races extends RaceContract {
        Races() {
            super(DATABASE);
        }
    }

    @Nested
    class Reading extends CheckpointContract {
        Reading() {
            super(DATABASE);
        }
    }

    @Nested
    class Leasing extends LeaseContract {
        Leasing() {
            super(DATABASE);
        }
    }
}
