package io.linkspan.deadletter;

import io.linkspan.ledger.Database;
import io.linkspan.ledger.DatabaseUnavailable;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** After a change of keys, writes every payload anew under the first one, so that the key before can be taken away. */
final class PayloadRotation {
    private static final Logger LOG = LoggerFactory.getLogger(PayloadRotation.class);
    private static final int AT_ONCE = 100;

    private final Database database;
    private final LetterTable table;

    PayloadRotation(Database database, LetterTable table) {
        this.database = database;
        this.table = table;
    }

    void run() {
        try {
            int all = 0;
            for (List<UUID> some = next(); !some.isEmpty(); some = next()) {
                some.forEach(this::seal);
                all += some.size();
            }
            if (all > 0) {
                LOG.info("{} dead letters are encrypted with the first of linkspan.deadletter.keys now", all);
            }
        } catch (PayloadSealed lost) {
            LOG.error("{}: add the key again to read these letters", lost.getMessage());
        } catch (DatabaseUnavailable away) {
            LOG.warn("dead letters stay under the keys they have until the next start: {}", away.getMessage());
        }
    }

    private List<UUID> next() {
        return database.call(() -> table.sealedOtherwise(AT_ONCE));
    }

    private void seal(UUID id) {
        database.retryLost(() -> {
            table.payloads(id).ifPresent(payloads -> table.seal(id, payloads));
            return id;
        });
    }
}
