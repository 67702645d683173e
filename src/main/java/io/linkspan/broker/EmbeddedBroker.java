package io.linkspan.broker;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener;
import org.apache.qpid.server.model.Port;
import org.apache.qpid.server.model.State;
import org.apache.qpid.server.model.SystemConfig;
import org.apache.qpid.server.model.VirtualHostNode;
import org.apache.qpid.server.util.urlstreamhandler.data.Handler;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The broker inside this process: Apache Qpid Broker-J on the loopback interface, with a password made at each start. What
 * it confirmed is on disk, and survives a restart and a kill. It starts in the background, beside whatever else starts;
 * who asks for its port waits for it.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String NAME = "linkspan";
    private static final String LOOPBACK = "127.0.0.1";

    /** Expired messages of the retry ladder are found by this round, whose default of 30 s would be added to every wait. */
    private static final String ROUNDS_MILLIS = "250";

    private final Path store;
    private final int wantedPort;
    private final String password = password();
    private final Listener listener = new Listener();
    private final SystemLauncher launcher = new SystemLauncher(listener);
    private final FutureTask<Integer> starting = new FutureTask<>(this::launch);

    private EmbeddedBroker(Path store, int wantedPort) {
        this.store = store;
        this.wantedPort = wantedPort;
    }

    /**
     * Starts a broker that keeps its messages in a folder.
     *
     * @param store the folder, made if need be; one process at a time can use it
     * @param port where to listen on the loopback interface, 0 for any free port
     */
    public static EmbeddedBroker start(Path store, int port) {
        EmbeddedBroker broker = new EmbeddedBroker(store, port);
        Thread.ofPlatform().name("embedded-broker-start").start(broker.starting);
        return broker;
    }

    /** The address of the broker. Waits until it listens. */
    public Address address() {
        return new Address(LOOPBACK, port());
    }

    /** How to connect. Waits until the broker listens. */
    public ConnectionFactory connections() {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(LOOPBACK);
        factory.setPort(port());
        factory.setUsername(NAME);
        factory.setPassword(password);
        return factory;
    }

    @Override
    public void close() {
        try {
            port();
        } catch (BrokerStartException neverStarted) {
            return;
        }
        launcher.shutdown();
    }

    private int port() {
        try {
            return starting.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof BrokerStartException known) {
                throw known;
            }
            throw new BrokerStartException("the embedded broker did not start: " + Reasons.of(failed), failed);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            throw new BrokerStartException("the embedded broker did not start: interrupted", impatient);
        }
    }

    private int launch() throws Exception {
        makeStore();
        QuietLog.apply();
        Handler.register();
        launcher.startup(Map.of(
                SystemConfig.TYPE,
                "Memory",
                SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                "data:application/json;base64,"
                        + Base64.getEncoder().encodeToString(configuration().getBytes(StandardCharsets.UTF_8)),
                SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                false,
                SystemConfig.CONTEXT,
                context()));
        return listener.boundPort(store, wantedPort);
    }

    private void makeStore() {
        try {
            Files.createDirectories(store);
        } catch (IOException refused) {
            throw new BrokerStartException(
                    "the embedded broker cannot keep its messages in " + store + " (" + refused.getMessage()
                            + "): check the folder's permissions, or set linkspan.data",
                    refused);
        }
    }

    private Map<String, String> context() {
        return Map.of(
                "qpid.work_dir",
                store.toString(),
                "qpid.virtualhost.housekeepingCheckPeriod",
                ROUNDS_MILLIS,
                "virtualhost.housekeepingCheckPeriod",
                ROUNDS_MILLIS,
                "qpid.port.sessionCountLimit",
                "2047",
                "qpid.broker_msg_auth",
                "false");
    }

    private String configuration() {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "name",
                        NAME,
                        "modelVersion",
                        "9.1",
                        "authenticationproviders",
                        List.of(Map.of(
                                "name",
                                "generated",
                                "type",
                                "Plain",
                                "secureOnlyMechanisms",
                                List.of(),
                                "users",
                                List.of(Map.of("name", NAME, "type", "managed", "password", password)))),
                        "ports",
                        List.of(Map.of(
                                "name",
                                "amqp",
                                "type",
                                "AMQP",
                                "bindingAddress",
                                LOOPBACK,
                                "port",
                                wantedPort,
                                "authenticationProvider",
                                "generated",
                                "protocols",
                                List.of("AMQP_0_9_1"),
                                "virtualhostaliases",
                                List.of(Map.of("name", "default", "type", "defaultAlias")))),
                        "virtualhostnodes",
                        List.of(Map.of(
                                "name",
                                NAME,
                                "type",
                                "BDB",
                                "storePath",
                                store.toString(),
                                "defaultVirtualHostNode",
                                true,
                                "virtualHostInitialConfiguration",
                                "{\"type\":\"ProvidedStore\"}"))));
    }

    private static String password() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Remembers the running system, whose launcher shows it only to a listener. */
    private static final class Listener extends SystemLauncherListener.DefaultSystemLauncherListener {
        private volatile @Nullable SystemConfig<?> system;
        private volatile @Nullable RuntimeException failure;

        @Override
        public void onContainerResolve(SystemConfig<?> resolved) {
            system = resolved;
        }

        @Override
        public void errorOnStartup(RuntimeException error) {
            failure = error;
        }

        int boundPort(Path store, int wantedPort) {
            RuntimeException error = failure;
            SystemConfig<?> running = system;
            if (error != null || running == null) {
                throw new BrokerStartException(
                        "the embedded broker did not start: " + (error == null ? "no reason given" : Reasons.of(error)),
                        error == null ? new IllegalStateException() : error);
            }
            var container = running.getContainer();
            for (VirtualHostNode<?> node : container.getChildren(VirtualHostNode.class)) {
                if (node.getState() != State.ACTIVE) {
                    throw new BrokerStartException("the embedded broker cannot open its messages in " + store
                            + ": does another Linkspan run there? Stop it, or set linkspan.data");
                }
            }
            Port<?> port = container.getChildren(Port.class).iterator().next();
            if (port.getState() != State.ACTIVE) {
                throw new BrokerStartException("the embedded broker cannot listen on port " + wantedPort
                        + " of the loopback interface: free it, or set linkspan.broker.embedded.port");
            }
            return port.getBoundPort();
        }
    }
}
