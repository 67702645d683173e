package io.linkspan.intake;

import io.linkspan.broker.BrokerException;
import io.linkspan.flow.Flow;
import io.linkspan.flow.Upkeep.Listed;
import io.linkspan.ledger.CheckpointMoved;
import io.linkspan.ledger.DatabaseUnavailable;
import io.linkspan.ledger.LeaseKeeper;
import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Source;
import io.linkspan.system.Systems;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn of a flow's pull: only where nobody holds it, this replica has the flow's lease, the source is reachable and the
 * work queues are not too long. Says how it ended and how long to rest; nothing it meets moves the checkpoint.
 */
final class PullTurn {
    private static final Logger LOG = LoggerFactory.getLogger(PullTurn.class);
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(5);
    private static final Duration TROUBLE_PAUSE = Duration.ofMinutes(5);

    private final Systems systems;
    private final PullHolds holds;
    private final LeaseKeeper leases;
    private final Backpressure pressure;
    private final PullWalk walk;
    private final Enveloping enveloping;
    private final IntakeMeter meter;
    private final InstantSource clock;

    PullTurn(
            Systems systems,
            PullHolds holds,
            LeaseKeeper leases,
            Backpressure pressure,
            PullWalk walk,
            Enveloping enveloping,
            IntakeMeter meter,
            InstantSource clock) {
        this.systems = systems;
        this.holds = holds;
        this.leases = leases;
        this.pressure = pressure;
        this.walk = walk;
        this.enveloping = enveloping;
        this.meter = meter;
        this.clock = clock;
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

        /** A person must resume it; looked at again soon, because that may happen at another replica. */
        record Held(PullHold hold, Duration rest) implements End {}
    }

    /** Takes a turn; {@code goOn} is asked before each page. */
    End take(Flow flow, BooleanSupplier goOn) {
        try {
            return turn(flow, goOn);
        } catch (FaultException fault) {
            meter.fault(flow.name(), fault.fault().code());
            return UntrustedAnswers.include(fault.fault())
                    ? stopped(flow, said(flow, fault.fault()))
                    : told(flow, afterFault(fault.fault(), flow));
        } catch (PageUnfit unfit) {
            meter.fault(flow.name(), unfit.code());
            return stopped(flow, flow.from().system() + ": " + unfit.getMessage());
        } catch (BrokerException | DatabaseUnavailable | CheckpointMoved away) {
            return told(flow, new End.Later(String.valueOf(away.getMessage()), SHORT_PAUSE));
        }
    }

    /** Lets another replica pull the flow at once. */
    void leave(String flow) {
        leases.giveBack(lease(flow));
    }

    private End turn(Flow flow, BooleanSupplier goOn) throws FaultException {
        Optional<PullHold> hold = holds.of(flow.name());
        if (hold.isPresent()) {
            leave(flow.name());
            return new End.Held(hold.get(), SHORT_PAUSE);
        }
        String system = flow.from().system();
        Optional<Source> source = systems.source(system);
        if (source.isEmpty()) {
            return told(flow, new End.Trouble("no source system '" + system + "' is configured", TROUBLE_PAUSE));
        }
        if (!leases.take(lease(flow.name()))) {
            return new End.Later("another replica pulls this flow", SHORT_PAUSE);
        }
        String obstacle = obstacle(flow);
        return obstacle == null ? walk(flow, source.get(), goOn) : new End.Later(obstacle, SHORT_PAUSE);
    }

    private End walk(Flow flow, Source source, BooleanSupplier goOn) throws FaultException {
        walk.lastMoved(flow.name()).ifPresent(enveloping::goOnAfter);
        PullWalk.Walked walked = walk.walk(course(flow, source), read -> goOn.getAsBoolean() && mayGoOn(flow));
        LOG.info("{}: {} records read", flow.name(), walked.read());
        if (walked.toTheEnd() && deletions(flow, source, goOn)) {
            return new End.Done(flow.from().every());
        }
        String obstacle = obstacle(flow);
        return new End.Later(obstacle == null ? "to be gone on with" : obstacle, SHORT_PAUSE);
    }

    /** Asks for deletions after the changes, so that a record created and deleted since is deleted in the end. */
    private boolean deletions(Flow flow, Source source, BooleanSupplier goOn) throws FaultException {
        Listed list = flow.from().upkeep().deletions();
        if (list == null) {
            return true;
        }
        Course course = new Course(
                flow.name(),
                source,
                list.pull(),
                flow.name() + "/deleted",
                leases.fence(lease(flow.name())),
                checkpoint -> Window.live(list.since(), checkpoint, clock.instant()),
                enveloping.deletions(flow, list));
        return walk.walk(course, read -> goOn.getAsBoolean() && mayGoOn(flow)).toTheEnd();
    }

    private Course course(Flow flow, Source source) {
        return new Course(
                flow.name(),
                source,
                flow.from().pull(),
                flow.name(),
                leases.fence(lease(flow.name())),
                checkpoint -> Window.live(flow.from().since(), checkpoint, clock.instant()),
                enveloping.live(flow));
    }

    private @Nullable String obstacle(Flow flow) {
        if (!systems.reachable(flow.from().system())) {
            return "the breaker of " + flow.from().system() + " is open";
        }
        return pressure.room(flow.name()) ? null : pressure.why();
    }

    private boolean mayGoOn(Flow flow) {
        return leases.holds(lease(flow.name()))
                && pressure.room(flow.name())
                && holds.of(flow.name()).isEmpty();
    }

    private End stopped(Flow flow, String why) {
        try {
            holds.stop(flow.name(), why);
            leave(flow.name());
            meter.stopped(flow.name());
            LOG.error(
                    "{}: stopped, its checkpoint stays: {}; when it is mended: ./linkspan flow resume {}",
                    flow.name(),
                    why,
                    flow.name());
            return holds.of(flow.name())
                    .<End>map(hold -> new End.Held(hold, SHORT_PAUSE))
                    .orElseGet(() -> new End.Later(why, SHORT_PAUSE));
        } catch (DatabaseUnavailable away) {
            return told(flow, new End.Trouble(why, SHORT_PAUSE));
        }
    }

    private static End afterFault(Fault fault, Flow flow) {
        String why = said(flow, fault);
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

    private static String said(Flow flow, Fault fault) {
        return flow.from().system() + ": " + fault.code() + ": " + fault.detail();
    }

    private static Duration orShort(@Nullable Duration asked) {
        return asked == null ? SHORT_PAUSE : asked;
    }

    private static End told(Flow flow, End end) {
        switch (end) {
            case End.Done done -> LOG.debug("{}: done", flow.name());
            case End.Held held -> LOG.debug("{}: held", flow.name());
            case End.Later later -> LOG.warn("{}: not read: {}", flow.name(), later.why());
            case End.Trouble trouble -> LOG.error("{}: not read, please look: {}", flow.name(), trouble.why());
        }
        return end;
    }

    static String lease(String flow) {
        return "pull-" + flow;
    }
}
