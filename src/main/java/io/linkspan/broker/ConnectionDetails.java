package io.linkspan.broker;

import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/** What Spring Boot needs to know about the broker in use. */
record ConnectionDetails(
        String username,
        String password,
        String virtualHost,
        Address address,
        @Nullable SslBundle tls) implements RabbitConnectionDetails {

    static ConnectionDetails of(EmbeddedBroker broker) {
        return of(broker.connections(), null);
    }

    /** Reads {@code linkspan.broker.url}; its credentials are never repeated in a message. */
    static ConnectionDetails of(BrokerSettings settings) {
        URI url = Objects.requireNonNull(settings.url());
        try {
            ConnectionFactory parsed = new ConnectionFactory();
            parsed.setUri(url);
            return of(parsed, parsed.isSSL() ? SslBundle.systemDefault() : null);
        } catch (URISyntaxException | GeneralSecurityException | IllegalArgumentException malformed) {
            throw new BrokerStartException(
                    "linkspan.broker.url is no address of a RabbitMQ",
                    "write it as amqp://user:password@host:5672/vhost or amqps://…");
        }
    }

    private static ConnectionDetails of(ConnectionFactory factory, @Nullable SslBundle tls) {
        return new ConnectionDetails(
                factory.getUsername(),
                factory.getPassword(),
                factory.getVirtualHost(),
                new Address(factory.getHost(), factory.getPort()),
                tls);
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getVirtualHost() {
        return virtualHost;
    }

    @Override
    public List<Address> getAddresses() {
        return List.of(address);
    }

    @Override
    public @Nullable SslBundle getSslBundle() {
        return tls;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return address.host() + ":" + address.port() + virtualHost;
    }
}
