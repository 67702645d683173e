package io.linkspan;

import io.linkspan.delivery.Deliveries;
import io.linkspan.flow.FlowRegistry;
import io.linkspan.flow.FlowsRefused;
import io.linkspan.intake.Pulls;
import io.linkspan.ledger.ReplayReports;
import io.linkspan.ops.StartFailure;
import io.linkspan.system.Systems;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the flow files into force. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FlowSettings.class)
class FlowsConfiguration {
    @Bean
    FlowRegistry flowRegistry(FlowSettings settings, Systems systems, Clock clock) {
        try {
            return FlowRegistry.open(settings.mappings(), settings.flows(), systems.names(), clock);
        } catch (FlowsRefused refused) {
            throw new StartFailure(
                    String.valueOf(refused.getMessage()),
                    "mend the flow files (./linkspan mapping lint checks them), or name the flows to run: LINKSPAN_FLOWS=customers");
        }
    }

    @Bean
    FlowsInForce flowsInForce(
            FlowRegistry registry, Deliveries deliveries, Pulls pulls, FlowSettings settings, ReplayReports replays) {
        // Told before a record is acknowledged: a replay counts what became of it even when the process dies right
        // then.
        deliveries.listen(replays::settled);
        return new FlowsInForce(registry, deliveries, pulls, settings.look());
    }
}
