package io.linkspan.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.linkspan.testing.RealRabbit;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is told when RabbitMQ cannot be used. */
class BrokerStartTest {
    private final BrokerSettings settings = BrokerHome.settings(RealRabbit.freshPrefix());

    @Test
    void namesTheAddressNobodyAnswersAt() {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setPassword("do-not-tell");
        assertThatThrownBy(() ->
                        Broker.connect(factory, List.of(new Address("127.0.0.1", 1)), BrokerHome.around(settings)))
                .isInstanceOf(BrokerStartException.class)
                .hasMessage("RabbitMQ cannot be reached at 127.0.0.1:1 (Connection refused)")
                .extracting(failure -> ((BrokerStartException) failure).mend())
                .asString()
                .contains("LINKSPAN_BROKER_URL")
                .doesNotContain("do-not-tell");
    }

    @Test
    void namesTheUserWhoIsRefused() {
        ConnectionFactory factory = new BrokerHome.Rabbit(RealRabbit.shared(), false).connections();
        factory.setUsername("nobody");
        factory.setPassword("do-not-tell");
        assertThatThrownBy(() -> Broker.connect(
                        factory, List.of(new Address("127.0.0.1", factory.getPort())), BrokerHome.around(settings)))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("refuses the user 'nobody'")
                .hasMessageNotContaining("do-not-tell");
    }

    @Test
    void namesTheVirtualHostThatIsMissing() {
        ConnectionFactory factory = new BrokerHome.Rabbit(RealRabbit.shared(), false).connections();
        factory.setVirtualHost("nowhere");
        assertThatThrownBy(() -> Broker.connect(
                        factory, List.of(new Address("127.0.0.1", factory.getPort())), BrokerHome.around(settings)))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void namesTheQueueThatIsInTheWay() throws Exception {
        BrokerHome home = new BrokerHome.Rabbit(RealRabbit.shared(), false);
        String queue = settings.prefix() + ".work.customers.0";
        try (Connection connection = home.connections().newConnection();
                Channel channel = connection.createChannel();
                Broker broker = home.connect(settings)) {
            channel.queueDeclare(queue, true, false, false, Map.of());
            assertThatThrownBy(() -> broker.workQueues().declare("customers", 1))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining(queue)
                    .extracting(failure -> ((BrokerStartException) failure).mend())
                    .asString()
                    .contains("linkspan.broker.prefix");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://u:do-not-tell@h", "amqp://u:do-not-tell@h:1/a/b", "amqp://u:do-not-tell:x@h"})
    void refusesAnAddressThatIsNoneWithoutTellingThePassword(String url) {
        BrokerSettings given = new BrokerSettings(
                URI.create(url),
                settings.prefix(),
                settings.retryTiers(),
                settings.confirmWindow(),
                settings.confirmTimeout(),
                settings.backoff(),
                settings.longestBackoff(),
                settings.holdAtMost(),
                settings.stopWithin(),
                settings.embedded());
        assertThatThrownBy(() -> ConnectionDetails.of(given))
                .isInstanceOf(BrokerStartException.class)
                .hasMessage("linkspan.broker.url is no address of a RabbitMQ");
        assertThat(given).asString().doesNotContain("do-not-tell");
    }

    @ParameterizedTest
    @CsvSource({"3.9.29, true", "3.10.0, false", "3.13.7, false", "4.2.1, false", "10.0.0, false", "unknown, true"})
    void knowsWhichRabbitsAreTooOld(String version, boolean tooOld) {
        assertThat(Dialect.older(version)).isEqualTo(tooOld);
    }
}
