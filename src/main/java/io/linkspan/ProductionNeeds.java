package io.linkspan;

import io.linkspan.ops.StartFailure;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Production means a broker and a database of one's own. Where one is not named, the start ends here: a service that
 * silently kept its records inside its container would lose them with it.
 */
final class ProductionNeeds implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (!environment.acceptsProfiles(Profiles.of("production"))) {
            return;
        }
        List<String> missing = new ArrayList<>();
        if (!given(environment, "linkspan.broker.url", "spring.rabbitmq.host", "spring.rabbitmq.addresses")) {
            missing.add("production needs a RabbitMQ: set LINKSPAN_BROKER_URL (amqp://user:password@host:5672)");
        }
        if (!given(environment, "linkspan.database.url")) {
            missing.add(
                    "production needs a PostgreSQL: set LINKSPAN_DATABASE_URL (jdbc:postgresql://host:5432/linkspan),"
                            + " LINKSPAN_DATABASE_USERNAME and LINKSPAN_DATABASE_PASSWORD");
        }
        if (!missing.isEmpty()) {
            throw new StartFailure(
                    String.join("\n", missing),
                    "or start without the profile 'production' to run on embedded defaults");
        }
    }

    private static boolean given(Environment environment, String... properties) {
        for (String property : properties) {
            if (StringUtils.hasText(environment.getProperty(property))) {
                return true;
            }
        }
        return false;
    }
}
