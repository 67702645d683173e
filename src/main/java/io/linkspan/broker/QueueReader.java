package io.linkspan.broker;

import com.rabbitmq.client.Channel;
import io.linkspan.broker.BatchWork.Decision;
import io.linkspan.ops.FaultPoint;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Reads one queue, batch by batch, for as long as it may. A batch is acknowledged when its outcomes are safe, in one
 * acknowledgement: the channel carries nothing else, so everything up to the batch's last message is settled by it.
 *
 * <p>A batch nobody can decide about is kept in memory and handed over again after a wait, so that its order holds and
 * the broker counts no delivery. So is what the handler holds, while the rest of the batch is settled: an outage of the
 * target leaves the records where they are. Only when a batch was kept too long, or the connection is lost, does it go back
 * to the queue and come again from there.
 */
final class QueueReader implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueReader.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final String queue;
    private final Runnable declare;
    private final BatchSettings batches;
    private final BatchWork work;
    private final Gate gate;
    private final Desk desk;

    /**
     * What all readers of a process share.
     *
     * @param link where channels come from
     */
    record Desk(Link link, Dispatch dispatch, BrokerSettings settings, BrokerMeters meters, InstantSource clock) {
        Backoff backoff() {
            return new Backoff(settings.backoff(), settings.longestBackoff());
        }
    }

    QueueReader(String queue, Runnable declare, BatchSettings batches, BatchWork work, Gate gate, Desk desk) {
        this.queue = queue;
        this.declare = declare;
        this.batches = batches;
        this.work = work;
        this.gate = gate;
        this.desk = desk;
    }

    @Override
    public void run() {
        Backoff backoff = desk.backoff();
        while (!gate.stopping() && !Thread.currentThread().isInterrupted()) {
            try {
                read(backoff);
            } catch (GaveBack back) {
                LOG.debug("{}: messages given back to the broker: {}", queue, back.getMessage());
            } catch (IOException | RuntimeException away) {
                Duration wait = backoff.next();
                // A lost connection is told of once, by the link.
                LOG.atLevel(desk.link().open() ? Level.WARN : Level.DEBUG)
                        .log("{}: cannot be read, next try in {} ms: {}", queue, wait.toMillis(), Reasons.of(away));
                rest(wait);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void read(Backoff backoff) throws IOException, InterruptedException, GaveBack {
        if (!gate.awaitOpen(PATIENCE.toMillis())) {
            return;
        }
        declare.run();
        Channel channel = desk.link().channel();
        Inbox inbox = new Inbox(channel, desk.clock());
        gate.opened(inbox);
        try {
            channel.basicQos(batches.prefetch());
            channel.basicConsume(queue, false, inbox);
            backoff.reset();
            readUntilGone(channel, inbox);
        } finally {
            gate.closed(inbox);
            channel.abort();
        }
    }

    private void readUntilGone(Channel channel, Inbox inbox) throws IOException, InterruptedException, GaveBack {
        while (!gate.stopping()) {
            List<Arrival> batch = inbox.batch(batches.size(), batches.linger(), PATIENCE);
            if (batch.isEmpty()) {
                demandAlive(inbox);
                continue;
            }
            Instant oldest = batch.getFirst().at();
            List<Arrival> rest = batch;
            while (!rest.isEmpty()) {
                rest = round(channel, inbox, oldest, rest);
            }
        }
    }

    /** Hands over what is not decided yet, and returns what still is not. */
    private List<Arrival> round(Channel channel, Inbox inbox, Instant oldest, List<Arrival> rest)
            throws IOException, InterruptedException, GaveBack {
        while (!gate.awaitOpen(PATIENCE.toMillis())) {
            demandUsable(inbox, oldest);
        }
        demandUsable(inbox, oldest);
        Decision decision = insist(inbox, oldest, () -> work.handle(rest));
        if (!decision.away().isEmpty()) {
            FaultPoint.BEFORE_ONWARD.passed();
            insist(inbox, oldest, () -> publish(decision.away()));
            FaultPoint.AFTER_ONWARD.passed();
        }
        FaultPoint.BEFORE_ACK.passed();
        acknowledge(channel, rest, decision.kept());
        FaultPoint.AFTER_ACK.passed();
        if (!decision.kept().isEmpty()) {
            leaveAlone(inbox, oldest, decision.pause());
        }
        return decision.kept();
    }

    /** Everything before the batch was settled long ago, so that one acknowledgement is enough where nothing is kept. */
    private static void acknowledge(Channel channel, List<Arrival> batch, List<Arrival> kept) throws IOException {
        if (kept.isEmpty()) {
            channel.basicAck(batch.getLast().tag(), true);
            return;
        }
        Set<Long> open = kept.stream().map(Arrival::tag).collect(Collectors.toSet());
        for (Arrival arrival : batch) {
            if (!open.contains(arrival.tag())) {
                channel.basicAck(arrival.tag(), false);
            }
        }
    }

    /** A paused flow needs no waiting here: whoever paused it knows when it may go on. */
    private void leaveAlone(Inbox inbox, Instant oldest, Duration wait) throws InterruptedException, GaveBack {
        Instant until = desk.clock().instant().plus(wait);
        Duration left = wait;
        while (left.isPositive() && !gate.paused()) {
            gate.rest(Math.min(left.toMillis() + 1, PATIENCE.toMillis()));
            demandUsable(inbox, oldest);
            left = Duration.between(desk.clock().instant(), until);
        }
    }

    private boolean publish(Collection<Message> messages) {
        desk.dispatch().publish(messages);
        return true;
    }

    /** Tries until it succeeds, or until the batch is no longer ours. */
    private <T> T insist(Inbox inbox, Instant oldest, Supplier<T> step) throws InterruptedException, GaveBack {
        Backoff backoff = desk.backoff();
        boolean first = true;
        while (true) {
            try {
                return step.get();
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
                Duration wait = backoff.next();
                desk.meters().kept(queue);
                tell(broken, wait, first);
                first = false;
                gate.rest(wait.toMillis());
                demandUsable(inbox, oldest);
            }
        }
    }

    /** The whole story once; while it goes on, a line. */
    private void tell(Throwable broken, Duration wait, boolean first) {
        String why = Reasons.of(broken);
        if (first && !(broken instanceof BrokerException)) {
            LOG.error(
                    "{}: a batch cannot be handled and is kept, next try in {} ms: {}",
                    queue,
                    wait.toMillis(),
                    why,
                    broken);
        } else {
            LOG.warn("{}: a batch is still kept, next try in {} ms: {}", queue, wait.toMillis(), why);
        }
    }

    private void demandUsable(Inbox inbox, Instant oldest) throws GaveBack {
        demandAlive(inbox);
        if (gate.stopping()) {
            throw new GaveBack("stopping");
        }
        if (oldest.plus(desk.settings().holdAtMost()).isBefore(desk.clock().instant())) {
            throw new GaveBack("kept for " + desk.settings().holdAtMost());
        }
    }

    private static void demandAlive(Inbox inbox) throws GaveBack {
        String gone = inbox.gone();
        if (gone != null) {
            throw new GaveBack(gone);
        }
    }

    private void rest(Duration wait) {
        try {
            gate.rest(wait.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** The messages at hand are the broker's again. */
    private static final class GaveBack extends Exception {
        GaveBack(String why) {
            super(why);
        }
    }
}
