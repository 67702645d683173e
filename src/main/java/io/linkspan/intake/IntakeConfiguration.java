package io.linkspan.intake;

import io.linkspan.broker.Dispatch;
import io.linkspan.broker.WorkQueues;
import io.linkspan.ledger.Checkpoints;
import io.linkspan.ledger.Leases;
import io.linkspan.ledger.Replica;
import io.linkspan.system.Systems;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Intake's beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
class IntakeConfiguration {
    @Bean
    Pulls pulls(PullTurn turn, Clock clock) {
        return new Pulls(turn, clock);
    }

    @Bean
    PullTurn pullTurn(
            Systems systems,
            WorkQueues queues,
            Leases leases,
            Replica replica,
            PullWalk walk,
            IntakeMeter meter,
            IntakeSettings settings) {
        return new PullTurn(systems, queues, leases, replica.name(), walk, meter, settings.longestQueue());
    }

    @Bean
    PullWalk pullWalk(Dispatch dispatch, Checkpoints checkpoints, IntakeMeter meter, Clock clock) {
        return new PullWalk(dispatch, checkpoints, new Enveloping(new Sequence(clock)), meter);
    }

    @Bean
    IntakeMeter intakeMeter(MeterRegistry registry) {
        return new IntakeMeter(registry);
    }
}
