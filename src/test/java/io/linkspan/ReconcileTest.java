package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.linkspan.reconcile.ReconcileRefused;
import io.linkspan.reconcile.Reconciliation;
import io.linkspan.sandbox.erp.Customers;
import org.junit.jupiter.api.Test;

/** Comparing and healing with the flow as it is shipped: deletions are told by the source. */
class ReconcileTest extends ReconcileEdge {
    @Override
    String flow(String customers) {
        return customers;
    }

    @Test
    void findsAndHealsWhatTheTargetLostAndLeavesAloneWhatItNeverGot() {
        call("DELETE", crm.url() + "/v1/companies/" + Customers.number(3), "");
        call("PUT", crm.url() + "/v1/companies/by-hand", "{\"name\":\"Handmade\",\"stage\":\"lead\"}");

        Reconciliation found = reconcile(false, null);
        assertThat(found.status()).isEqualTo(Reconciliation.Status.DONE);
        assertThat(found.counts())
                .isEqualTo(new Reconciliation.Counts(CUSTOMERS, CUSTOMERS, CUSTOMERS, 1, 0, 0, 1, 0, 2));
        assertThat(findings(found)).containsExactlyInAnyOrder("MISSING " + Customers.number(3), "FOREIGN by-hand");

        Reconciliation healed = reconcile(true, null);
        assertThat(healed.counts().healed()).isOne();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(reconcile(false, null).counts())
                        .isEqualTo(new Reconciliation.Counts(CUSTOMERS, CUSTOMERS, CUSTOMERS + 1, 0, 0, 0, 1, 0, 1)));
        assertThat(call("GET", crm.url() + "/v1/companies/by-hand", "")).isEqualTo(200);
    }

    @Test
    void deletesWhatTheSourceSaysIsDeletedOnceAndCreatesItAnewWhenItComesBack() {
        String number = Customers.number(5);
        call("POST", erp.url() + "/sandbox/delete?number=" + number, "");
        await().atMost(PATIENCE).until(() -> call("GET", crm.url() + "/v1/companies/" + number, "") == 404);
        assertThat(reconcile(false, null).counts().nothing()).isTrue();
        assertThat(crm.count("companies", "deleted")).isOne();

        call("POST", erp.url() + "/sandbox/change?number=" + number, "");

        await().atMost(PATIENCE).until(() -> call("GET", crm.url() + "/v1/companies/" + number, "") == 200);
        awaitFaithful();
        assertThat(crm.count("companies", "created")).isEqualTo(CUSTOMERS + 1L);
        assertThat(crm.count("companies", "deleted")).isOne();
    }

    @Test
    void knowsAFlowThatCannotBeCompared() {
        assertThatThrownBy(() -> reconciliations.begin("nobody", false, null, "ann"))
                .isInstanceOf(ReconcileRefused.class)
                .hasMessageContaining("nobody");
    }
}
