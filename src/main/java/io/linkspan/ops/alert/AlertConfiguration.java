package io.linkspan.ops.alert;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The alerts' bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertSettings.class)
class AlertConfiguration {
    @Bean
    Alerts alerts(AlertSettings settings, Clock clock, MeterRegistry registry) {
        return Alerts.of(settings, clock, registry);
    }
}
