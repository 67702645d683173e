package io.linkspan.deadletter;

import io.linkspan.ledger.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class H2DeadLettersTest {
    private static final DataSource DATABASE = TestDatabase.h2();

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
            super(TestDatabase.h2());
        }
    }

    @Nested
    class ClosingByItself extends OvertakingContract {
        ClosingByItself() {
            super(TestDatabase.h2());
        }
    }

    @Nested
    class Encrypting extends SealedContract {
        Encrypting() {
            super(TestDatabase.h2());
        }
    }
}
