package io.linkspan.broker;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** The broker as this process uses it: one connection to publish, one to consume, and what stands on them. */
public final class Broker implements AutoCloseable {
    /** A host that went away without a word is noticed within two of these; the client's own default is a minute. */
    private static final int HEARTBEAT_SECONDS = 10;

    private static final String PROPERTIES = "LINKSPAN_BROKER_URL (or SPRING_RABBITMQ_ADDRESSES, _USERNAME, …)";

    private final Link publishing;
    private final Link consuming;
    private final ConfirmPool pool;
    private final Dispatch dispatch;
    private final WorkQueues workQueues;
    private final DeadQueue deadQueue;

    private Broker(Link publishing, Link consuming, Dialect dialect, Surroundings around) {
        this.publishing = publishing;
        this.consuming = consuming;
        BrokerSettings settings = around.settings();
        BrokerMeters meters = new BrokerMeters(around.registry());
        Topology topology = new Topology(publishing, dialect, settings);
        topology.declareShared();
        Messages messages = new Messages(topology, new RetryLadder(settings.retryTiers()), around.clock());
        pool = new ConfirmPool(publishing, settings, meters);
        dispatch = new Dispatch(pool, messages, topology);
        QueueReader.Desk desk = new QueueReader.Desk(consuming, dispatch, settings, meters, around.clock());
        workQueues = new WorkQueues(topology, messages, desk);
        deadQueue = new DeadQueue(topology, desk);
    }

    /** What a broker is given besides its connections. */
    public record Surroundings(BrokerSettings settings, MeterRegistry registry, InstantSource clock) {}

    /**
     * Connects and declares what all flows share.
     *
     * @param factory with credentials, virtual host and TLS; it is copied
     * @param addresses tried in this order
     * @throws BrokerStartException if the broker cannot be reached, refuses the credentials, is too old, or holds queues
     *     of the same names made otherwise
     */
    public static Broker connect(ConnectionFactory factory, List<Address> addresses, Surroundings around) {
        ConnectionFactory own = factory.clone();
        // Links and readers come back by themselves; two that do so would consume twice.
        own.setAutomaticRecoveryEnabled(false);
        own.setTopologyRecoveryEnabled(false);
        if (own.getRequestedHeartbeat() == ConnectionFactory.DEFAULT_HEARTBEAT) {
            own.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        }
        Link publishing = new Link(own, addresses, "linkspan publishing", around.settings(), around.clock());
        Link consuming = new Link(own, addresses, "linkspan consuming", around.settings(), around.clock());
        try {
            return new Broker(publishing, consuming, Dialect.of(publishing.connection()), around);
        } catch (IOException | TimeoutException | RuntimeException failed) {
            publishing.close();
            throw failed instanceof BrokerException known ? known : unreachable(own, addresses, failed);
        }
    }

    /** Publishing. */
    public Dispatch dispatch() {
        return dispatch;
    }

    /** Consuming the records of flows. */
    public WorkQueues workQueues() {
        return workQueues;
    }

    /** Consuming the dead. */
    public DeadQueue deadQueue() {
        return deadQueue;
    }

    /** Whether the broker can be published to just now, as far as is known without asking it. */
    public boolean connected() {
        return publishing.open();
    }

    /** Stops consuming, settles what is under way, and closes the connections. */
    @Override
    public void close() {
        workQueues.stop();
        deadQueue.stop();
        pool.close();
        consuming.close();
        publishing.close();
    }

    private static BrokerStartException unreachable(
            ConnectionFactory factory, List<Address> addresses, Exception failed) {
        if (failed instanceof PossibleAuthenticationFailureException) {
            return new BrokerStartException(
                    "RabbitMQ at " + places(addresses) + " refuses the user '" + factory.getUsername() + "'",
                    "check user, password and virtual host '" + factory.getVirtualHost() + "' in " + PROPERTIES,
                    failed);
        }
        return new BrokerStartException(
                "RabbitMQ cannot be reached at " + places(addresses) + " (" + Reasons.of(failed) + ")",
                "check that it runs and that " + PROPERTIES + " names it",
                failed);
    }

    private static String places(List<Address> addresses) {
        return addresses.stream().map(Address::toString).collect(Collectors.joining(", "));
    }
}
