package io.linkspan.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.testing.RealRabbit;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which home is taken, by what is configured. */
class BrokerConfigurationTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(BrokerConfiguration.class)
            .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, RabbitAutoConfiguration.class))
            .withPropertyValues("linkspan.broker.prefix=" + RealRabbit.freshPrefix());

    @Test
    void nothingConfiguredMeansTheBrokerInsideThisProcess(@TempDir Path data) {
        runner.withPropertyValues("linkspan.data=" + data).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(EmbeddedBroker.class);
            assertThat(context.getBean(Broker.class).connected()).isTrue();
            assertThat(Files.isDirectory(data.resolve("broker"))).isTrue();
            assertThat(product(context.getBean(ConnectionFactory.class))).contains("Broker-J");
        });
    }

    @Test
    void anAddressMeansThatRabbit() {
        runner.withPropertyValues("linkspan.broker.url=" + RealRabbit.shared().url())
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedBroker.class);
                    assertThat(context.getBean(Broker.class).connected()).isTrue();
                    assertThat(product(context.getBean(ConnectionFactory.class)))
                            .isEqualTo("RabbitMQ");
                });
    }

    @Test
    void springsOwnPropertiesMeanThatRabbit() {
        runner.withPropertyValues(
                        "spring.rabbitmq.addresses=127.0.0.1:1,127.0.0.1:"
                                + RealRabbit.shared().port(),
                        "linkspan.broker.retry-tiers=1s,1m")
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedBroker.class);
                    assertThat(context.getBean(Broker.class).connected()).isTrue();
                });
    }

    @Test
    void aRabbitThatIsAwayFailsTheStartInOneSentence() {
        runner.withPropertyValues("linkspan.broker.url=amqp://u:p@127.0.0.1:1")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("RabbitMQ cannot be reached at 127.0.0.1:1 (Connection refused)"));
    }

    @Test
    void defaultsAreThoseOfTheDocumentation() {
        runner.withPropertyValues("linkspan.broker.url=" + RealRabbit.shared().url())
                .run(context -> assertThat(context.getBean(BrokerSettings.class))
                        .usingRecursiveComparison()
                        .ignoringFields("url", "prefix")
                        .isEqualTo(BrokerSettings.defaults("any")));
    }

    @Test
    void aSettingThatCannotWorkIsNamed() {
        runner.withPropertyValues("linkspan.broker.retry-tiers=1m,5s")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("linkspan.broker.retry-tiers is ascending, each duration once"));
    }

    private static String product(ConnectionFactory spring) {
        try (var connection = spring.createConnection()) {
            var delegate = connection.getDelegate();
            assertThat(delegate).isNotNull();
            return String.valueOf(delegate.getServerProperties().get("product"));
        }
    }
}
