package io.linkspan.deadletter;

import io.linkspan.ledger.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class PostgresDeadLettersTest {
    private static final DataSource DATABASE = TestDatabase.postgres();

    @Nested
    class Archiving extends ArchiveContract {
        Archiving() {
            super(DATABASE);
        }
    }

    @Nested
    class Searching extends SearchContract {
        Searching() {
            super(DATABASE);
        }
    }

    @Nested
    class Replaying extends ReplayContract {
        Replaying() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class ClosingByItself extends OvertakingContract {
        ClosingByItself() {
            super(TestDatabase.postgres());
        }
    }

    @Nested
    class Encrypting extends SealedContract {
        Encrypting() {
            super(TestDatabase.postgres());
        }
    }
}
