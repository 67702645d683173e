package io.linkspan.reconcile;

import io.linkspan.broker.Dispatch;
import io.linkspan.flow.FlowRegistry;
import io.linkspan.ledger.Database;
import io.linkspan.ledger.LeaseKeeper;
import io.linkspan.ledger.Ledger;
import io.linkspan.system.Systems;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reconciliation's beans. */
@Configuration(proxyBeanMethods = false)
class ReconcileConfiguration {
    @Bean
    Reconciliations reconciliations(
            FlowRegistry flows,
            Systems systems,
            Database database,
            Ledger ledger,
            Dispatch dispatch,
            LeaseKeeper leases,
            Clock clock) {
        RunTable runs = new RunTable(database, clock);
        FindingTable findings = new FindingTable(database);
        Healing healing = new Healing(findings, ledger, dispatch, clock);
        ReconcileTurn turn = new ReconcileTurn(systems, runs, new KeyTable(database), findings, healing, leases);
        return new Reconciliations(flows, runs, findings, turn);
    }
}
