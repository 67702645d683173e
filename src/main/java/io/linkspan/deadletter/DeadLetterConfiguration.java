package io.linkspan.deadletter;

import io.linkspan.broker.DeadQueue;
import io.linkspan.broker.Dispatch;
import io.linkspan.flow.FlowRegistry;
import io.linkspan.ledger.Database;
import io.linkspan.ledger.Leases;
import io.linkspan.ledger.ReplayReports;
import io.linkspan.ledger.Replica;
import io.linkspan.ops.alert.Alerts;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the dead letters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PayloadKeys.class)
class DeadLetterConfiguration {
    @Bean
    LetterTable letterTable(Database database, PayloadKeys keys) {
        return new LetterTable(database, new PayloadCipher(keys));
    }

    @Bean
    ReplayTable replayTable(Database database) {
        return new ReplayTable(database);
    }

    @Bean
    DeadLetters deadLetters(Database database, LetterTable table, Clock clock) {
        return new DeadLetters(database, table, clock);
    }

    @Bean
    Sights sights(DeadLetters letters, FlowRegistry flows) {
        return new Sights(letters, flows);
    }

    @Bean
    DryRuns dryRuns(DeadLetters letters, FlowRegistry flows) {
        return new DryRuns(letters, flows);
    }

    @Bean
    Replays replays(Database database, ReplayTable table, Clock clock) {
        return new Replays(database, table, clock);
    }

    @Bean
    ReplayReports replayReports(Database database, ReplayTable table) {
        return new ReplayLedger(database, table);
    }

    @Bean
    ReplayRunner replayRunner(
            Database database, ReplayTable table, LetterTable letters, Dispatch dispatch, Clock clock) {
        return new ReplayRunner(database, table, letters, dispatch::toWork, clock);
    }

    @Bean
    DeadLetterWork deadLetterWork(
            DeadQueue queue,
            Database database,
            PayloadKeys keys,
            LetterTable letters,
            ReplayRunner runner,
            Leases leases,
            Replica replica) {
        Archive archive = new Archive(database, new PayloadCipher(keys));
        Overtaking overtaking = new Overtaking(database, new OvertakingTable(database), 500);
        return new DeadLetterWork(
                queue, archive, runner, overtaking, new PayloadRotation(database, letters), leases, replica);
    }

    @Bean
    AlertWork alertWork(Database database, Alerts alerts, Leases leases, Replica replica, Clock clock) {
        return new AlertWork(new AlertTurn(new AlertTable(database), alerts, clock), leases, replica.name());
    }
}
