package io.linkspan.sandbox.erp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an ERP is set up.
 *
 * @param address where it listens; port 0 for any free one
 * @param access who may call it
 * @param house what it holds
 * @param pace how it goes on from there
 * @param clock dates changes; an ERP whose clock is wrong is played by a clock that is
 * @param correlationHeader the HTTP header whose value is written into the journal
 */
public record ErpSettings(
        InetSocketAddress address, ErpAccess access, House house, Pace pace, Clock clock, String correlationHeader) {

    /**
     * What the ERP holds.
     *
     * @param seed tells one house from another: the same seed always makes the same records
     * @param customers how many there are in the beginning, 0 to 10,000,000
     * @param orders how many orders there are in the beginning
     * @param poisonPerThousand how many customers of a thousand begin in a state that no CRM can take
     * @param changes a file in which changes survive a restart, or null
     */
    public record House(
            long seed,
            int customers,
            int orders,
            int poisonPerThousand,
            @Nullable Path changes) {
        private static final int MOST = 10_000_000;

        /** Refuses what cannot be held. */
        public House {
            if (customers < 0 || customers > MOST || orders < 0 || orders > MOST) {
                throw new IllegalArgumentException("an ERP holds 0 to 10,000,000 customers and as many orders");
            }
            if (poisonPerThousand < 0 || poisonPerThousand > 1000) {
                throw new IllegalArgumentException("poison is 0 to 1000 in a thousand, not " + poisonPerThousand);
            }
        }
    }

    /**
     * How the ERP goes on.
     *
     * @param changesPerSecond records touched a second
     * @param newPercent how many of a hundred of them are new
     * @param latency what every call costs at least
     * @param resolution how fine the stated times are: a second where the ERP's clock knows no less
     * @param largestPage records an answer holds at most, whatever is asked for
     */
    public record Pace(
            double changesPerSecond, int newPercent, Duration latency, Duration resolution, int largestPage) {
        /** Refuses what has no meaning. */
        public Pace {
            if (!(changesPerSecond >= 0) || newPercent < 0 || newPercent > 100) {
                throw new IllegalArgumentException("changes a second are 0 or more, new ones 0 to 100 of a hundred");
            }
            if (resolution.toMillis() < 1 || largestPage < 1) {
                throw new IllegalArgumentException("times are told in milliseconds or coarser, a page holds a record");
            }
        }
    }

    /** 2,000 customers and 1,000 orders that stand still, on any free port of the loopback, open to everybody. */
    public static ErpSettings defaults() {
        return new ErpSettings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                ErpAccess.OPEN,
                new House(1, 2_000, 1_000, 0, null),
                new Pace(0, 0, Duration.ZERO, Duration.ofMillis(1), 200_000),
                Clock.systemUTC(),
                "X-Correlation-Id");
    }

    /** The same on another port. */
    public ErpSettings port(int port) {
        return address(new InetSocketAddress(address.getAddress(), port));
    }

    /** The same at another address. */
    public ErpSettings address(InetSocketAddress other) {
        return new ErpSettings(other, access, house, pace, clock, correlationHeader);
    }

    /** The same for other callers. */
    public ErpSettings access(ErpAccess other) {
        return new ErpSettings(address, other, house, pace, clock, correlationHeader);
    }

    /** The same with so many customers. */
    public ErpSettings customers(int count) {
        return house(new House(house.seed, count, house.orders, house.poisonPerThousand, house.changes));
    }

    /** The same with the changes kept in a file. */
    public ErpSettings keptIn(Path file) {
        return house(new House(house.seed, house.customers, house.orders, house.poisonPerThousand, file));
    }

    /** The same with another content. */
    public ErpSettings house(House other) {
        return new ErpSettings(address, access, other, pace, clock, correlationHeader);
    }

    /** The same at another pace. */
    public ErpSettings pace(Pace other) {
        return new ErpSettings(address, access, house, other, clock, correlationHeader);
    }

    /** The same by another clock. */
    public ErpSettings clock(Clock other) {
        return new ErpSettings(address, access, house, pace, other, correlationHeader);
    }
}
