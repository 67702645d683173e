package io.linkspan.intake;

import io.linkspan.broker.BrokerException;
import io.linkspan.flow.Flow;
import io.linkspan.flow.Since;
import io.linkspan.intake.Backfill.Status;
import io.linkspan.ledger.CheckpointMoved;
import io.linkspan.ledger.Checkpoints;
import io.linkspan.ledger.DatabaseUnavailable;
import io.linkspan.ledger.LeaseKeeper;
import io.linkspan.system.FaultException;
import io.linkspan.system.Source;
import io.linkspan.system.Systems;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn of a backfill: on its own checkpoint and lease, slowly, and only while the work queues are short, so that the live
 * pull never waits for it. Goes on where it was after whatever cut it short.
 */
final class BackfillTurn {
    private static final Logger LOG = LoggerFactory.getLogger(BackfillTurn.class);

    private final Systems systems;
    private final BackfillTable table;
    private final LeaseKeeper leases;
    private final Backpressure pressure;
    private final PullWalk walk;
    private final Enveloping enveloping;
    private final Checkpoints checkpoints;
    private final InstantSource clock;

    BackfillTurn(
            Systems systems,
            BackfillTable table,
            LeaseKeeper leases,
            Backpressure pressure,
            PullWalk walk,
            Enveloping enveloping,
            Checkpoints checkpoints,
            InstantSource clock) {
        this.systems = systems;
        this.table = table;
        this.leases = leases;
        this.pressure = pressure;
        this.walk = walk;
        this.enveloping = enveloping;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /**
     * Reads on.
     *
     * @param slept waits so long; false when the service stops
     */
    void take(Backfill backfill, Flow flow, Predicate<Duration> slept) {
        Source source = systems.source(flow.from().system()).orElse(null);
        if (source == null || !leases.take(lease(backfill.id()))) {
            return;
        }
        try {
            walk(backfill, flow, source, slept);
        } catch (PageUnfit unfit) {
            stop(backfill, String.valueOf(unfit.getMessage()));
        } catch (FaultException told) {
            if (UntrustedAnswers.include(told.fault())) {
                stop(backfill, told.fault().code() + ": " + told.fault().detail());
            } else {
                LOG.warn("{}: the backfill waits: {}", flow.name(), told.getMessage());
            }
        } catch (BrokerException | DatabaseUnavailable | CheckpointMoved away) {
            LOG.warn("{}: the backfill waits: {}", flow.name(), away.getMessage());
        } finally {
            leases.giveBack(lease(backfill.id()));
        }
    }

    private void walk(Backfill backfill, Flow flow, Source source, Predicate<Duration> slept) throws FaultException {
        Instant begun = clock.instant();
        PullWalk.Walked walked = walk.walk(course(backfill, flow, source), read -> {
            table.progress(backfill.id(), backfill.records() + read);
            return slept.test(ahead(backfill, read, begun)) && mayGoOn(backfill, flow);
        });
        table.progress(backfill.id(), backfill.records() + walked.read());
        if (walked.toTheEnd() && table.end(backfill.id(), Status.DONE, "")) {
            checkpoints.forget(checkpoint(backfill.id()));
            LOG.info("{}: the backfill is done", flow.name());
        }
    }

    private Course course(Backfill backfill, Flow flow, Source source) {
        Since since = Objects.requireNonNull(flow.from().since(), "a backfill of a flow that asks for everything");
        boolean untilAsked = flow.from().pull().request().contains("${until}");
        return new Course(
                flow.name(),
                source,
                flow.from().pull(),
                checkpoint(backfill.id()),
                leases.fence(lease(backfill.id())),
                checkpoint -> Window.between(since, backfill.from(), backfill.until(), untilAsked, clock.instant()),
                enveloping.beside(flow));
    }

    /** How long to wait so that not more than so many records a second are read. */
    private Duration ahead(Backfill backfill, long read, Instant begun) {
        Instant due = begun.plusMillis(read * 1000 / backfill.aSecond());
        Duration wait = Duration.between(clock.instant(), due);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private boolean mayGoOn(Backfill backfill, Flow flow) {
        return leases.holds(lease(backfill.id()))
                && systems.reachable(flow.from().system())
                && pressure.roomBeside(flow.name())
                && table.find(backfill.id())
                        .map(now -> now.status() == Status.RUNNING)
                        .orElse(false);
    }

    private void stop(Backfill backfill, String why) {
        try {
            table.end(backfill.id(), Status.STOPPED, why);
            LOG.error("{}: the backfill stopped: {}", backfill.flow(), why);
        } catch (DatabaseUnavailable away) {
            LOG.warn("{}: the backfill waits: {}", backfill.flow(), away.getMessage());
        }
    }

    private static String lease(UUID id) {
        return "backfill-" + id;
    }

    private static String checkpoint(UUID id) {
        return "backfill-" + id;
    }
}
