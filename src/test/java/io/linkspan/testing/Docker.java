package io.linkspan.testing;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** What the tests ask of Docker. */
final class Docker {
    private Docker() {}

    /** Whether a Docker daemon, or something that speaks like one, is at hand. */
    static boolean available() {
        return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    }

    /** Gives a container a port of the host that it keeps when it is killed and started again. */
    static int pinPort(GenericContainer<?> container, int inside) {
        int outside = freePort();
        // An exposed port that is not bound would be waited for in vain.
        container.setExposedPorts(List.of(inside));
        container.withCreateContainerCmdModifier(command -> {
            var host = command.getHostConfig();
            if (host != null) {
                host.withPortBindings(new PortBinding(Ports.Binding.bindPort(outside), new ExposedPort(inside)));
            }
        });
        return outside;
    }

    static void kill(GenericContainer<?> container) {
        DockerClientFactory.instance()
                .client()
                .killContainerCmd(container.getContainerId())
                .exec();
    }

    static void startAgain(GenericContainer<?> container) {
        DockerClientFactory.instance()
                .client()
                .startContainerCmd(container.getContainerId())
                .exec();
    }

    /** A port of the loopback interface nobody listens on just now. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
