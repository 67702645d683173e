package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.linkspan.reconcile.Reconciliation;
import io.linkspan.sandbox.erp.Customers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Deletions that nobody announces: what the full list does not name is gone, unless that is too much at once. */
class AbsenceTest extends ReconcileEdge {
    @Override
    String flow(String customers) {
        int from = customers.indexOf("  deleted:");
        int to = customers.indexOf("\nto:");
        String changed = "  deleted: { absent: true, share: 10 }\n";
        return (customers.substring(0, from) + changed + customers.substring(to))
                .replace(
                        "delete: DELETE /v1/companies/{key}",
                        "delete: PATCH /v1/companies/{key}\n  deleteBody: '{\"stage\":\"churned\"}'");
    }

    private void deleteAtTheSource(int from, int to) {
        IntStream.range(from, to)
                .forEach(i -> call("POST", erp.url() + "/sandbox/delete?number=" + Customers.number(i), ""));
    }

    @Test
    void doesToWhatIsGoneWhatTheFlowSaysAndOnlyOnce() {
        deleteAtTheSource(4, 7);
        Reconciliation told = reconcile(false, null);
        assertThat(told.counts().gone()).isEqualTo(3);
        assertThat(told.counts().healed()).isZero();

        Reconciliation healed = reconcile(true, null);

        assertThat(healed.why()).isEmpty();
        assertThat(healed.counts().healed()).isEqualTo(3);
        await().atMost(PATIENCE)
                .until(() -> stageOf(4).contains("churned") && stageOf(6).contains("churned"));
        await().atMost(PATIENCE).until(() -> reconcile(true, null).counts().nothing());
    }

    @Test
    void deletesNothingWhereTooMuchIsGoneUntilAPersonSaysHowMuch() {
        deleteAtTheSource(10, 20);

        Reconciliation refused = reconcile(true, null);
        assertThat(refused.counts().healed()).isZero();
        assertThat(refused.why()).contains("10 of 40 delivered records are gone", "at most 4", "--delete-up-to 10");

        assertThat(reconcile(true, 9).counts().healed()).isZero();
        assertThat(reconcile(true, 10).counts().healed()).isEqualTo(10);
    }

    private String stageOf(int place) {
        return text(crm.url() + "/v1/companies/" + Customers.number(place));
    }
}
