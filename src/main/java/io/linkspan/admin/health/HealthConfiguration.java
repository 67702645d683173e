package io.linkspan.admin.health;

import io.linkspan.broker.Broker;
import io.linkspan.delivery.Deliveries;
import io.linkspan.flow.Flow;
import io.linkspan.flow.FlowRegistry;
import io.linkspan.intake.PullHold;
import io.linkspan.intake.PullState;
import io.linkspan.intake.Pulls;
import io.linkspan.yaml.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health contributions and the gauges beside them. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    @Bean
    HealthIndicator brokerHealthIndicator(Broker broker) {
        return () -> broker.connected()
                ? Health.up().build()
                : Health.down()
                        .withDetail("why", "the broker cannot be reached")
                        .build();
    }

    /** Trouble in a flow is told, but it does not take the service out of the load balancer: the other flows go on. */
    @Bean
    HealthIndicator flowsHealthIndicator(FlowRegistry registry, Pulls pulls, Deliveries deliveries) {
        return () -> Health.up()
                .withDetail("pulls", said(pulls.states()))
                .withDetail("inForce", inForce(registry.flows()))
                .withDetail("refusedFiles", told(registry.refused()))
                .withDetail("systemsHeld", deliveries.heldSystems())
                .build();
    }

    @Bean
    Gauge refusedFiles(MeterRegistry meters, FlowRegistry registry) {
        return Gauge.builder("linkspan.flow.refused", () -> registry.refused().size())
                .description("flow files whose saved content is not in force")
                .register(meters);
    }

    @Bean
    FlowReloads flowReloads(MeterRegistry meters, FlowRegistry registry) {
        return new FlowReloads(meters, registry);
    }

    @Bean
    Gauge troubledPulls(MeterRegistry meters, Pulls pulls) {
        return Gauge.builder("linkspan.intake.troubled", () -> troubled(pulls))
                .description("flows whose pull needs a person")
                .register(meters);
    }

    @Bean
    Gauge heldSystems(MeterRegistry meters, Deliveries deliveries) {
        return Gauge.builder(
                        "linkspan.delivery.held.systems",
                        () -> deliveries.heldSystems().size())
                .description("systems whose consumers are held still")
                .register(meters);
    }

    private static long troubled(Pulls pulls) {
        return pulls.states().values().stream()
                .filter(state -> state instanceof PullState.Troubled || stopped(state))
                .count();
    }

    private static boolean stopped(PullState state) {
        return state instanceof PullState.Held(PullHold hold) && hold.cause() == PullHold.Cause.STOPPED;
    }

    private static Map<String, String> said(Map<String, PullState> states) {
        Map<String, String> said = new TreeMap<>();
        states.forEach((flow, state) -> said.put(
                flow,
                switch (state) {
                    case PullState.Resting resting -> "resting until " + resting.next();
                    case PullState.Reading reading -> "reading since " + reading.since();
                    case PullState.Waiting waiting -> "waiting until " + waiting.next() + ": " + waiting.why();
                    case PullState.Troubled trouble -> "troubled, next try " + trouble.next() + ": " + trouble.why();
                    case PullState.Held(PullHold hold) -> held(hold);
                }));
        return said;
    }

    private static String held(PullHold hold) {
        return switch (hold.cause()) {
            case PAUSED -> "paused by " + hold.by() + " at " + hold.since() + ": " + hold.why();
            case STOPPED -> "stopped at " + hold.since() + " until a person resumes it: " + hold.why();
        };
    }

    private static Map<String, String> inForce(List<Flow> flows) {
        Map<String, String> versions = new TreeMap<>();
        flows.forEach(flow -> versions.put(flow.name(), "version " + flow.hash() + " of " + flow.file()));
        return versions;
    }

    private static Map<String, List<String>> told(Map<String, List<Problem>> refused) {
        Map<String, List<String>> told = new TreeMap<>();
        refused.forEach((file, problems) ->
                told.put(file, problems.stream().map(Problem::toString).toList()));
        return told;
    }
}
