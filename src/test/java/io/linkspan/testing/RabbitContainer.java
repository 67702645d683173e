package io.linkspan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.testcontainers.containers.Container;
import org.testcontainers.rabbitmq.RabbitMQContainer;

/** A node in a container of the official image. */
final class RabbitContainer implements RabbitNode {
    private static final int AMQP = 5672;

    private final RabbitMQContainer container = new RabbitMQContainer("rabbitmq:4.2-management");
    private final int port = Docker.pinPort(container, AMQP);

    @Override
    public void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else {
            Docker.startAgain(container);
        }
    }

    @Override
    public void kill() {
        Docker.kill(container);
    }

    @Override
    public String ctl(String... arguments) {
        try {
            String[] command = Stream.concat(Stream.of("rabbitmqctl"), Arrays.stream(arguments))
                    .toArray(String[]::new);
            Container.ExecResult result = container.execInContainer(command);
            if (result.getExitCode() != 0) {
                throw new IllegalStateException("rabbitmqctl failed: " + result.getStdout() + result.getStderr());
            }
            return result.getStdout();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public String trouble() {
        return "";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Stream<ProcessHandle> processes() {
        return Stream.empty();
    }

    @Override
    public void close() {
        container.stop();
    }
}
