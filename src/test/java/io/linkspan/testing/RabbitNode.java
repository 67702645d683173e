package io.linkspan.testing;

import java.util.stream.Stream;

/** One RabbitMQ node, wherever it runs. */
interface RabbitNode extends AutoCloseable {
    /** Starts the node, or starts it again with what it had on disk. Returns before it answers. */
    void start();

    /** Kills the node as a power cut would. Returns when it is gone. */
    void kill();

    /** Runs {@code rabbitmqctl} on the node and returns what it printed. */
    String ctl(String... arguments);

    /** Why the node can no longer come up; empty while it still can. */
    String trouble();

    int port();

    /** The node's processes on this machine; none where it runs elsewhere. */
    Stream<ProcessHandle> processes();

    @Override
    void close();
}
