package io.linkspan.delivery;

import io.linkspan.broker.WorkQueues;
import io.linkspan.ledger.Ledger;
import io.linkspan.system.Systems;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Delivery's beans. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {
    @Bean
    Deliveries deliveries(WorkQueues queues, Systems systems, Ledger ledger, MeterRegistry registry, Clock clock) {
        return new Deliveries(queues, systems, ledger, registry, clock);
    }
}
