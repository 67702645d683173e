package io.linkspan.intake;

import io.linkspan.broker.BrokerException;
import io.linkspan.broker.WorkQueues;
import io.linkspan.flow.Flow;
import io.linkspan.ledger.CheckpointMoved;
import io.linkspan.ledger.DatabaseUnavailable;
import io.linkspan.ledger.Leases;
import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Source;
import io.linkspan.system.Systems;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn of a flow's pull: only where this replica holds the flow's lease, the source is reachable and the work queues
 * are not too long. Says how it ended and how long to rest; nothing it meets moves the checkpoint.
 */
final class PullTurn {
    private static final Logger LOG = LoggerFactory.getLogger(PullTurn.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration LEASE_PAUSE = Duration.ofSeconds(15);
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(5);
    private static final Duration TROUBLE_PAUSE = Duration.ofMinutes(5);

    private final Systems systems;
    private final WorkQueues queues;
    private final Leases leases;
    private final String replica;
    private final PullWalk walk;
    private final IntakeMeter meter;
    private final long longestQueue;

    /** @param longestQueue envelopes waiting for delivery at which a flow's pull waits */
    PullTurn(
            Systems systems,
            WorkQueues queues,
            Leases leases,
            String replica,
            PullWalk walk,
            IntakeMeter meter,
            long longestQueue) {
        this.systems = systems;
        this.queues = queues;
        this.leases = leases;
        this.replica = replica;
        this.walk = walk;
        this.meter = meter;
        this.longestQueue = longestQueue;
    }

    /** How a turn ended, and how long to rest before the next. */
    sealed interface End {
        Duration rest();

        /** The source was read to its end. */
        record Done(Duration rest) implements End {}

        /** Something that passes by itself is in the way. */
        record Later(String why, Duration rest) implements End {}

        /** A person should look. */
        record Trouble(String why, Duration rest) implements End {}
    }

    /** Takes a turn; {@code goOn} is asked before each page. */
    End take(Flow flow, BooleanSupplier goOn) {
        try {
            return turn(flow, goOn);
        } catch (FaultException fault) {
            meter.fault(flow.name(), fault.fault().code());
            return told(flow, afterFault(fault.fault(), flow));
        } catch (PullWalk.OutsideWindow outside) {
            return told(flow, new End.Trouble(String.valueOf(outside.getMessage()), TROUBLE_PAUSE));
        } catch (BrokerException | DatabaseUnavailable | CheckpointMoved away) {
            return told(flow, new End.Later(String.valueOf(away.getMessage()), SHORT_PAUSE));
        }
    }

    /** Lets another replica pull the flow at once. */
    void leave(String flow) {
        try {
            leases.release(lease(flow), replica);
        } catch (DatabaseUnavailable away) {
            LOG.debug("{}: the lease ends by itself: {}", flow, away.getMessage());
        }
    }

    private End turn(Flow flow, BooleanSupplier goOn) throws FaultException {
        String system = flow.from().system();
        Optional<Source> source = systems.source(system);
        if (source.isEmpty()) {
            return told(flow, new End.Trouble("no source system '" + system + "' is configured", TROUBLE_PAUSE));
        }
        if (!leases.acquire(lease(flow.name()), replica, LEASE)) {
            return new End.Later("another replica pulls this flow", LEASE_PAUSE);
        }
        String obstacle = obstacle(flow);
        if (obstacle != null) {
            return new End.Later(obstacle, SHORT_PAUSE);
        }
        PullWalk.Walked walked =
                walk.walk(flow, source.get(), () -> goOn.getAsBoolean() && keepLease(flow) && roomFor(flow));
        LOG.info("{}: {} records read", flow.name(), walked.read());
        return walked.toTheEnd()
                ? new End.Done(flow.from().every())
                : new End.Later("to be gone on with: the work queues are long, or the lease is lost", SHORT_PAUSE);
    }

    private @Nullable String obstacle(Flow flow) {
        if (!systems.reachable(flow.from().system())) {
            return "the breaker of " + flow.from().system() + " is open";
        }
        return roomFor(flow) ? null : "the work queues hold more than " + longestQueue + " records";
    }

    private boolean keepLease(Flow flow) {
        return leases.renew(lease(flow.name()), replica, LEASE);
    }

    private boolean roomFor(Flow flow) {
        return queues.depth(flow.name()).orElse(0) <= longestQueue;
    }

    private static End afterFault(Fault fault, Flow flow) {
        String why = flow.from().system() + ": " + fault.code() + ": " + fault.detail();
        return switch (fault) {
            case Fault.Unavailable busy -> new End.Later(why, busy.retryAfter());
            case Fault.Limited limited -> new End.Later(why, orShort(limited.retryAfter()));
            case Fault.Unreachable away -> new End.Later(why, SHORT_PAUSE);
            case Fault.Passing passing -> new End.Later(why, orShort(passing.retryAfter()));
            case Fault.Unsure unsure -> new End.Later(why, SHORT_PAUSE);
            case Fault.Refused refused -> new End.Trouble(why, TROUBLE_PAUSE);
            case Fault.NotFound gone -> new End.Trouble(why, TROUBLE_PAUSE);
            case Fault.Duplicate odd -> new End.Trouble(why, TROUBLE_PAUSE);
            case Fault.Misconfigured wrong -> new End.Trouble(why, TROUBLE_PAUSE);
        };
    }

    private static Duration orShort(@Nullable Duration asked) {
        return asked == null ? SHORT_PAUSE : asked;
    }

    private static End told(Flow flow, End end) {
        switch (end) {
            case End.Done done -> LOG.debug("{}: done", flow.name());
            case End.Later later -> LOG.warn("{}: not read: {}", flow.name(), later.why());
            case End.Trouble trouble -> LOG.error("{}: not read, please look: {}", flow.name(), trouble.why());
        }
        return end;
    }

    private static String lease(String flow) {
        return "pull-" + flow;
    }
}
