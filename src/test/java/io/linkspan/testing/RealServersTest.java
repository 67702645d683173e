package io.linkspan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RealServersTest {
    @Test
    void aKilledRabbitComesBackWithWhatItConfirmed() throws Exception {
        try (RealRabbit rabbit = RealRabbit.own()) {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(rabbit.url());
            factory.setAutomaticRecoveryEnabled(false);
            try (Connection connection = factory.newConnection();
                    Channel channel = connection.createChannel()) {
                channel.queueDeclare("kept", true, false, false, Map.of("x-queue-type", "quorum"));
                rabbit.awaitQueuesWrittenDown();
                channel.confirmSelect();
                channel.basicPublish("", "kept", MessageProperties.PERSISTENT_BASIC, new byte[] {1});
                channel.waitForConfirmsOrDie(10_000);
                rabbit.kill();
            } catch (com.rabbitmq.client.AlreadyClosedException expected) {
                assertThat(expected).isNotNull();
            }
            rabbit.start();
            try (Connection connection = factory.newConnection();
                    Channel channel = connection.createChannel()) {
                // The queue is there before its messages are counted.
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> channel.queueDeclarePassive("kept").getMessageCount() == 1);
            }
        }
    }

    @Test
    void rabbitmqctlReachesTheNode() {
        assertThat(RealRabbit.shared().ctl("list_vhosts")).contains("/");
    }

    @Test
    void aKilledPostgresComesBackWithWhatWasCommitted() throws Exception {
        try (RealPostgres postgres = RealPostgres.own()) {
            String url = postgres.freshDatabase();
            run(postgres, url, "CREATE TABLE kept AS SELECT 7 AS n");
            postgres.kill();
            postgres.start();
            try (var connection = DriverManager.getConnection(url, postgres.username(), postgres.password());
                    var rows = connection.createStatement().executeQuery("SELECT n FROM kept")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(7);
            }
        }
    }

    @Test
    void databasesOfTheSharedPostgresAreApart() throws Exception {
        RealPostgres postgres = RealPostgres.shared();
        run(postgres, postgres.freshDatabase(), "CREATE TABLE same (n INT)");
        run(postgres, postgres.freshDatabase(), "CREATE TABLE same (n INT)");
    }

    private static void run(RealPostgres postgres, String url, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(url, postgres.username(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
