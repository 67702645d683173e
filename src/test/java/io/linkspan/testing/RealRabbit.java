package io.linkspan.testing;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A real RabbitMQ. {@link #shared()} is one node for the whole test JVM: tests keep apart by a {@link #freshPrefix()} and
 * must not stop it. {@link #own()} is a node for one test, which may kill it and start it again.
 */
public final class RealRabbit implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(90);

    private final RabbitNode node;

    private RealRabbit(RabbitNode node) {
        this.node = node;
    }

    /** The node all tests of this JVM share; started by the first who asks, stopped with the JVM. */
    public static RealRabbit shared() {
        return Shared.NODE;
    }

    /** A node of one's own: to be closed. */
    public static RealRabbit own() {
        return started(node());
    }

    /** A node of one's own in a process of this machine, never in a container, so that what it uses can be told. */
    public static RealRabbit onThisMachine() {
        return started(installed());
    }

    private static RealRabbit started(RabbitNode node) {
        RealRabbit own = new RealRabbit(node);
        own.start();
        return own;
    }

    /** A prefix for exchanges and queues that no other test has: for {@code linkspan.broker.prefix}. */
    public static String freshPrefix() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** The address with user and password: for {@code linkspan.broker.url}. The same after {@link #start()}. */
    public URI url() {
        return URI.create("amqp://guest:guest@127.0.0.1:" + node.port());
    }

    /** The port on the loopback interface. The same after {@link #start()}. */
    public int port() {
        return node.port();
    }

    /**
     * Waits until queues declared just now survive a kill. RabbitMQ 3.10 writes the names of new quorum queues down only
     * every half second; a node killed before that makes the queue anew, and empty.
     */
    public void awaitQueuesWrittenDown() {
        Awaitility.await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
    }

    /** Kills the node as a power cut would; see {@link #awaitQueuesWrittenDown()}. */
    public void kill() {
        node.kill();
    }

    /** Starts the node again after {@link #kill()}, with what it had on disk; returns when it answers. */
    public void start() {
        node.start();
        Awaitility.await("RabbitMQ on port " + node.port())
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(100))
                .until(this::answers);
    }

    /** Runs {@code rabbitmqctl} on the node, such as {@code close_all_connections because}, and returns what it printed. */
    public String ctl(String... arguments) {
        return node.ctl(arguments);
    }

    /** The node's processes on this machine; none where it runs in a container. */
    public Stream<ProcessHandle> processes() {
        return node.processes();
    }

    @Override
    public void close() {
        node.close();
    }

    private boolean answers() {
        String trouble = node.trouble();
        if (!trouble.isEmpty()) {
            throw new AssertionError("RabbitMQ did not start: " + trouble);
        }
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(node.port());
        try (Connection connection = factory.newConnection("are you there")) {
            return connection.isOpen();
        } catch (java.io.IOException | java.util.concurrent.TimeoutException notYet) {
            return false;
        }
    }

    private static RabbitNode node() {
        return Docker.available() ? new RabbitContainer() : installed();
    }

    private static RabbitNode installed() {
        return RabbitProcess.installed()
                .map(RabbitProcess::new)
                .orElseThrow(() -> new AssertionError("this test needs a RabbitMQ: install one"
                        + " (apt-get install rabbitmq-server) or start Docker; ./linkspan test does the first"));
    }

    private static final class Shared {
        private static final RealRabbit NODE = start();

        private static RealRabbit start() {
            RealRabbit shared = own();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
            return shared;
        }
    }
}
