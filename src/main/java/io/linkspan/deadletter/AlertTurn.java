package io.linkspan.deadletter;

import io.linkspan.ops.alert.Alerts;
import io.linkspan.ops.alert.NotTold;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
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
    private final Set<String> silent = ConcurrentHashMap.newKeySet();

    AlertTurn(AlertTable table, Alerts alerts, Clock clock) {
        this.table = table;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Who can be told. */
    List<String> channels() {
        return alerts.channels();
    }

    /**
     * One look at all groups for one channel; called by one thread of one replica at a time for each channel.
     *
     * @param mine asked before each message: a channel that answers slowly must not outlast the lease
     */
    void turn(String channel, BooleanSupplier mine) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            for (AlertTable.Group group : table.due(channel, now.minus(alerts.window()))) {
                if (!mine.getAsBoolean()) {
                    return;
                }
                alerts.tell(channel, group.alert());
                table.told(channel, group, now);
                silent.remove(channel);
            }
        } catch (NotTold waits) {
            if (silent.add(channel)) {
                LOG.warn("the alert channel {} takes no message and is tried again: {}", channel, waits.getMessage());
            }
        }
    }
}
