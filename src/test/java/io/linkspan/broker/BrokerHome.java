package io.linkspan.broker;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.ConnectionFactory;
import io.linkspan.testing.RealRabbit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** One of the two homes, as tests use it. */
interface BrokerHome extends AutoCloseable {
    ConnectionFactory connections();

    /** Goes away as hard as this home can, and comes back with what was on its disk. */
    void crash();

    void comeBack();

    @Override
    void close();

    /** Short rungs and waits, so that tests need not wait. */
    static BrokerSettings settings(String prefix) {
        return settings(prefix, Duration.ofSeconds(20));
    }

    static BrokerSettings settings(String prefix, Duration holdAtMost) {
        return new BrokerSettings(
                null,
                prefix,
                List.of(Duration.ofMillis(300), Duration.ofMillis(900)),
                100,
                Duration.ofSeconds(20),
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                holdAtMost,
                Duration.ofSeconds(5),
                new BrokerSettings.Embedded(0));
    }

    static Broker.Surroundings around(BrokerSettings settings) {
        return new Broker.Surroundings(settings, new SimpleMeterRegistry(), InstantSource.system());
    }

    default Broker connect(BrokerSettings settings) {
        return connect(settings, connections());
    }

    static Broker connect(BrokerSettings settings, ConnectionFactory factory) {
        return Broker.connect(factory, List.of(new Address(factory.getHost(), factory.getPort())), around(settings));
    }

    /** The broker inside this process. */
    final class Embedded implements BrokerHome {
        private final Path folder;
        private EmbeddedBroker running;

        Embedded(Path folder) {
            this.folder = folder;
            this.running = EmbeddedBroker.start(folder, 0);
        }

        @Override
        public ConnectionFactory connections() {
            return running.connections();
        }

        @Override
        public void crash() {
            running.close();
        }

        @Override
        public void comeBack() {
            running = EmbeddedBroker.start(folder, 0);
        }

        @Override
        public void close() {
            running.close();
        }
    }

    /** A RabbitMQ. */
    record Rabbit(RealRabbit node, boolean own) implements BrokerHome {
        @Override
        public ConnectionFactory connections() {
            URI url = node.url();
            ConnectionFactory factory = new ConnectionFactory();
            factory.setHost(url.getHost());
            factory.setPort(url.getPort());
            return factory;
        }

        @Override
        public void crash() {
            node.awaitQueuesWrittenDown();
            node.kill();
        }

        @Override
        public void comeBack() {
            node.start();
        }

        @Override
        public void close() {
            if (own) {
                node.close();
            }
        }
    }
}
