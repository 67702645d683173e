package io.linkspan.broker;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Which broker is meant, by what is configured. */
final class Home {
    private Home() {}

    private static boolean byUrl(Environment environment) {
        return StringUtils.hasText(environment.getProperty("linkspan.broker.url"));
    }

    private static boolean bySpring(Environment environment) {
        return StringUtils.hasText(environment.getProperty("spring.rabbitmq.host"))
                || StringUtils.hasText(environment.getProperty("spring.rabbitmq.addresses"));
    }

    /** A RabbitMQ given by Linkspan's own property. */
    static final class ByUrl implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return byUrl(context.getEnvironment());
        }
    }

    /** No RabbitMQ given at all. */
    static final class Embedded implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !byUrl(context.getEnvironment()) && !bySpring(context.getEnvironment());
        }
    }
}
