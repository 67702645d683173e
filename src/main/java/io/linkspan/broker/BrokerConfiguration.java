package io.linkspan.broker;

import com.rabbitmq.client.Address;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Wires the broker. The home is chosen by what is configured: {@code linkspan.broker.url}, else Spring's own {@code
 * spring.rabbitmq.host} or {@code spring.rabbitmq.addresses} (with its user, virtual host and SSL bundle), else the
 * broker inside this process, which keeps its messages in {@code broker} under {@code linkspan.data} ({@code ./data}).
 * Either way Spring Boot's connection details name it, so its health check asks the right one.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerSettings.class)
public class BrokerConfiguration {
    @Bean
    @Conditional(Home.Embedded.class)
    EmbeddedBroker embeddedBroker(BrokerSettings settings, Environment environment) {
        Path data = Path.of(environment.getProperty("linkspan.data", "./data"));
        return EmbeddedBroker.start(
                data.resolve("broker").toAbsolutePath(), settings.embedded().port());
    }

    @Bean
    @Conditional(Home.Embedded.class)
    RabbitConnectionDetails embeddedBrokerDetails(EmbeddedBroker broker) {
        return ConnectionDetails.of(broker);
    }

    @Bean
    @Conditional(Home.ByUrl.class)
    RabbitConnectionDetails brokerDetails(BrokerSettings settings) {
        return ConnectionDetails.of(settings);
    }

    @Bean
    Broker broker(
            CachingConnectionFactory spring,
            RabbitConnectionDetails details,
            BrokerSettings settings,
            ObjectProvider<MeterRegistry> registry,
            ObjectProvider<InstantSource> clock) {
        List<Address> addresses = details.getAddresses().stream()
                .map(address -> new Address(address.host(), address.port()))
                .toList();
        return Broker.connect(
                spring.getRabbitConnectionFactory(),
                addresses,
                new Broker.Surroundings(
                        settings,
                        registry.getIfUnique(SimpleMeterRegistry::new),
                        clock.getIfUnique(InstantSource::system)));
    }

    @Bean
    Dispatch dispatch(Broker broker) {
        return broker.dispatch();
    }

    // The broker closes what stands on it, in the right order.
    @Bean(destroyMethod = "")
    WorkQueues workQueues(Broker broker) {
        return broker.workQueues();
    }

    @Bean(destroyMethod = "")
    DeadQueue deadQueue(Broker broker) {
        return broker.deadQueue();
    }
}
