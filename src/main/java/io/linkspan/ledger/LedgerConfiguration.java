package io.linkspan.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger's beans. Flyway runs its migrations on the data source before any of them is used. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class LedgerConfiguration {
    @Bean
    HikariDataSource dataSource(DatabaseSettings settings, @Value("${linkspan.data:data}") Path data) {
        return DatabaseOpening.open(settings, data);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Database database(HikariDataSource source) {
        return new Database(source);
    }

    @Bean
    Leases leases(Database database, Clock clock, DatabaseSettings settings) {
        Leases leases = new Leases(database, clock);
        if (settings.embedded()) {
            leases.endAll();
        }
        return leases;
    }

    @Bean
    Replica replica(Leases leases) {
        return new Replica(leases);
    }

    @Bean
    LeaseKeeper leaseKeeper(Leases leases, Replica replica) {
        return new LeaseKeeper(leases, replica.name());
    }

    @Bean
    Ledger ledger(Database database, Clock clock, Replica replica) {
        return new Ledger(database, clock, replica.name());
    }

    @Bean
    Checkpoints checkpoints(Database database, Clock clock) {
        return new Checkpoints(database, clock);
    }
}
