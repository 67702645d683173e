package io.linkspan.deadletter;

import io.linkspan.ops.alert.Alerts;
import io.linkspan.ops.alert.NotTold;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what is to be said of dead letters: the first of a group at once, how many there are after each window in which more
 * came, and that the group is empty. Sent first and noted then: a crash between says it twice, and the receiver knows it by
 * its key.
 */
final class AlertTurn {
    private static final Logger LOG = LoggerFactory.getLogger(AlertTurn.class);

    private final AlertTable table;
    private final Alerts alerts;
    private final Clock clock;
    private final Set<String> silent = new HashSet<>();

    AlertTurn(AlertTable table, Alerts alerts, Clock clock) {
        this.table = table;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** One look at all groups; called by one thread of one replica at a time. */
    void turn() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (String channel : alerts.channels()) {
            try {
                for (AlertTable.Group group : table.due(channel, now.minus(alerts.window()))) {
                    alerts.tell(channel, group.alert());
                    table.told(channel, group, now);
                    silent.remove(channel);
                }
            } catch (NotTold waits) {
                if (silent.add(channel)) {
                    LOG.warn(
                            "the alert channel {} takes no message and is tried again: {}",
                            channel,
                            waits.getMessage());
                }
            }
        }
    }
}
