package io.linkspan.intake;

import io.linkspan.broker.Dispatch;
import io.linkspan.broker.WorkQueues;
import io.linkspan.flow.FlowRegistry;
import io.linkspan.ledger.Checkpoints;
import io.linkspan.ledger.Database;
import io.linkspan.ledger.LeaseKeeper;
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
    Pulls pulls(PullTurn turn, PullHolds holds, Clock clock) {
        return new Pulls(turn, holds, clock);
    }

    @Bean
    PullTurn pullTurn(
            Systems systems,
            PullHolds holds,
            LeaseKeeper leases,
            Backpressure pressure,
            PullWalk walk,
            Enveloping enveloping,
            IntakeMeter meter,
            Clock clock) {
        return new PullTurn(systems, holds, leases, pressure, walk, enveloping, meter, clock);
    }

    @Bean
    PullHolds pullHolds(Database database, Clock clock) {
        return new PullHolds(database, clock);
    }

    @Bean
    Backfills backfills(
            FlowRegistry flows,
            Systems systems,
            Database database,
            LeaseKeeper leases,
            Backpressure pressure,
            PullWalk walk,
            Enveloping enveloping,
            Checkpoints checkpoints,
            Clock clock) {
        BackfillTable table = new BackfillTable(database, clock);
        return new Backfills(
                flows, table, new BackfillTurn(systems, table, leases, pressure, walk, enveloping, checkpoints, clock));
    }

    @Bean
    Backpressure backpressure(WorkQueues queues, IntakeSettings settings) {
        return new Backpressure(queues::depth, settings.longestQueue(), settings.low());
    }

    @Bean
    Enveloping enveloping(Clock clock) {
        return new Enveloping(new Sequence(clock));
    }

    @Bean
    PullWalk pullWalk(Dispatch dispatch, Checkpoints checkpoints, IntakeMeter meter) {
        return new PullWalk(dispatch, checkpoints, meter);
    }

    @Bean
    IntakeMeter intakeMeter(MeterRegistry registry) {
        return new IntakeMeter(registry);
    }
}
