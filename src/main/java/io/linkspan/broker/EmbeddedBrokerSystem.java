package io.linkspan.broker;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.qpid.server.model.SystemConfig;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Broker-J is told at its start: one port on the loopback interface, one user, one store. It is made anew each time
 * and kept in memory; exchanges, queues and messages are in the store.
 */
record EmbeddedBrokerSystem(Path store, int port, String user, String password) {
    static final String LOOPBACK = "127.0.0.1";

    /** Expired messages of the retry ladder are found by this round; its default of 30 s would be added to every wait. */
    private static final String ROUNDS_MILLIS = "250";

    Map<String, Object> attributes() {
        return Map.of(
                SystemConfig.TYPE,
                "Memory",
                SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                "data:application/json;base64,"
                        + Base64.getEncoder().encodeToString(configuration().getBytes(StandardCharsets.UTF_8)),
                SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                false,
                SystemConfig.CONTEXT,
                context());
    }

    private Map<String, String> context() {
        return Map.of(
                "qpid.work_dir",
                store.toString(),
                "qpid.virtualhost.housekeepingCheckPeriod",
                ROUNDS_MILLIS,
                "virtualhost.housekeepingCheckPeriod",
                ROUNDS_MILLIS,
                // One channel for each partition of each flow.
                "qpid.port.sessionCountLimit",
                "2047");
    }

    private String configuration() {
        Map<String, Object> broker = Map.of(
                "name", user,
                "modelVersion", "9.1",
                "authenticationproviders", List.of(authentication()),
                "ports", List.of(amqp()),
                "virtualhostnodes", List.of(messages()));
        return JsonMapper.shared().writeValueAsString(broker);
    }

    private Map<String, Object> authentication() {
        return Map.of(
                "name",
                "generated",
                "type",
                "Plain",
                "secureOnlyMechanisms",
                List.of(),
                "users",
                List.of(Map.of("name", user, "type", "managed", "password", password)));
    }

    private Map<String, Object> amqp() {
        return Map.of(
                "name",
                "amqp",
                "type",
                "AMQP",
                "bindingAddress",
                LOOPBACK,
                "port",
                port,
                "authenticationProvider",
                "generated",
                "protocols",
                List.of("AMQP_0_9_1"),
                "virtualhostaliases",
                List.of(Map.of("name", "default", "type", "defaultAlias")));
    }

    private Map<String, Object> messages() {
        return Map.of(
                "name",
                user,
                "type",
                "BDB",
                "storePath",
                store.toString(),
                "defaultVirtualHostNode",
                true,
                "virtualHostInitialConfiguration",
                "{\"type\":\"ProvidedStore\"}");
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "EmbeddedBrokerSystem[" + store + "]";
    }
}
