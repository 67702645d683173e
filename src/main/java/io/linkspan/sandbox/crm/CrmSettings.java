package io.linkspan.sandbox.crm;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a CRM is set up.
 *
 * @param address where it listens; port 0 for any free one
 * @param access who may call it
 * @param limits how much it takes
 * @param manners how it treats what it is sent
 * @param store what it keeps
 * @param seed of the chance in its faults
 * @param clock dates everything and fills the rate limit's bucket
 */
public record CrmSettings(
        InetSocketAddress address,
        CrmAccess access,
        Limits limits,
        Manners manners,
        Store store,
        long seed,
        Clock clock) {

    /**
     * How much the CRM takes.
     *
     * @param latency what every call costs at least; calls beside it cost it too, but at the same time
     * @param perSecond calls a second before it answers 429; 0 for no limit
     * @param burst calls it takes at once after a pause
     * @param datedRetryAfter whether {@code Retry-After} is a date and not a number of seconds
     * @param largestBatch records a batch may hold
     */
    public record Limits(Duration latency, double perSecond, int burst, boolean datedRetryAfter, int largestBatch) {
        /** Refuses what has no meaning. */
        public Limits {
            if (!(perSecond >= 0) || burst < 1 || largestBatch < 1) {
                throw new IllegalArgumentException("a limit is 0 (none) or more, a burst and a batch are 1 or more");
            }
        }
    }

    /**
     * How the CRM treats what it is sent.
     *
     * @param idempotency whether keys are honoured; where not, they are still counted
     * @param uniqueExternalIds whether a create with an external id that is taken is refused with 409, instead of
     *     doubling the record
     * @param itemKey the property of a batch's item that carries its idempotency key
     * @param versionField the property that states the source's version, so that overtaking is noticed; it is no content
     * @param correlationHeader the HTTP header whose value is written into the journal
     */
    public record Manners(
            boolean idempotency,
            boolean uniqueExternalIds,
            String itemKey,
            String versionField,
            String correlationHeader) {}

    /**
     * What the CRM keeps.
     *
     * @param content whether the records' content is kept; where not, only its digest is, which is enough to compare
     * @param file where everything applied survives a restart, or null
     */
    public record Store(boolean content, @Nullable Path file) {}

    /** A CRM on any free port of the loopback that is open, quick, without limit and well-mannered. */
    public static CrmSettings defaults() {
        return new CrmSettings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new CrmAccess.Open(),
                new Limits(Duration.ZERO, 0, 1, false, 1_000),
                new Manners(true, false, "idempotencyKey", "sourceVersion", "X-Correlation-Id"),
                new Store(true, null),
                1,
                Clock.systemUTC());
    }

    /** The same on another port. */
    public CrmSettings port(int port) {
        return address(new InetSocketAddress(address.getAddress(), port));
    }

    /** The same at another address. */
    public CrmSettings address(InetSocketAddress other) {
        return new CrmSettings(other, access, limits, manners, store, seed, clock);
    }

    /** The same for other callers. */
    public CrmSettings access(CrmAccess other) {
        return new CrmSettings(address, other, limits, manners, store, seed, clock);
    }

    /** The same with other limits. */
    public CrmSettings limits(Limits other) {
        return new CrmSettings(address, access, other, manners, store, seed, clock);
    }

    /** The same with what every call costs at least. */
    public CrmSettings latency(Duration other) {
        return limits(new Limits(other, limits.perSecond, limits.burst, limits.datedRetryAfter, limits.largestBatch));
    }

    /** The same with a rate limit; as many calls are taken at once as in a second. */
    public CrmSettings perSecond(double calls) {
        int burst = Math.max(1, (int) calls);
        return limits(new Limits(limits.latency, calls, burst, limits.datedRetryAfter, limits.largestBatch));
    }

    /** The same with other manners. */
    public CrmSettings manners(Manners other) {
        return new CrmSettings(address, access, limits, other, store, seed, clock);
    }

    /** The same with everything applied kept in a file. */
    public CrmSettings keptIn(Path file) {
        return store(new Store(store.content, file));
    }

    /** The same with another store. */
    public CrmSettings store(Store other) {
        return new CrmSettings(address, access, limits, manners, other, seed, clock);
    }

    /** The same by another clock. */
    public CrmSettings clock(Clock other) {
        return new CrmSettings(address, access, limits, manners, store, seed, other);
    }
}
