package io.linkspan.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.sandbox.crm.Canonical;
import io.linkspan.sandbox.crm.CrmSettings;
import io.linkspan.sandbox.crm.SandboxCrm;
import io.linkspan.sandbox.erp.Customer;
import io.linkspan.sandbox.erp.ErpSettings;
import io.linkspan.sandbox.erp.SandboxErp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SandboxComparisonTest {
    private static final int CUSTOMERS = 300;

    private final SandboxErp erp = SandboxErp.start(ErpSettings.defaults().house(house()));
    private final SandboxCrm crm = SandboxCrm.start(CrmSettings.defaults());
    private final Caller caller = new Caller(crm.url());

    private static ErpSettings.House house() {
        return new ErpSettings.House(3, CUSTOMERS, 0, 50, null);
    }

    @AfterEach
    void stop() {
        caller.close();
        crm.close();
        erp.close();
    }

    @Test
    void findsNothingWhereTheCrmWasGivenEverythingOnce() throws Exception {
        deliverAll();
        ComparisonReport report = compare();
        assertThat(report.faithful()).as(report.summary()).isTrue();
        assertThat(report.customers()).isEqualTo(CUSTOMERS);
        assertThat(report.undeliverable()).isBetween(3, 40);
        assertThat(report.companies()).isEqualTo(CUSTOMERS - report.undeliverable());
        assertThat(crm.count("companies", "refused")).isZero();
    }

    @Test
    void followsChangesAndNewRecords() throws Exception {
        deliverAll();
        for (int round = 0; round < 3; round++) {
            erp.mutate(200);
            erp.add(10);
            assertThat(compare().faithful()).isFalse();
            deliverAll();
        }
        ComparisonReport report = compare();
        assertThat(report.faithful()).as(report.summary()).isTrue();
        assertThat(report.customers()).isEqualTo(CUSTOMERS + 30);
        assertThat(report.strange()).isEmpty();
    }

    @Test
    void findsWhatIsLostExtraOrStillThere() throws Exception {
        deliverAll();
        List<String> good = deliverable();
        caller.call("DELETE", "/v1/companies/" + good.getFirst(), "");
        erp.delete(good.get(1));
        caller.put("/v1/companies/X-1", "{\"name\":\"X\",\"stage\":\"lead\"}");
        ComparisonReport report = compare();
        assertThat(report.lost()).containsExactly(good.getFirst());
        assertThat(report.deleted()).containsExactly(good.get(1));
        assertThat(report.extra()).containsExactly("X-1");
        assertThat(report.faithful()).isFalse();
    }

    @Test
    void findsWhatDiffersFieldByField() throws Exception {
        deliverAll();
        String number = deliverable().getFirst();
        caller.call("PATCH", "/v1/companies/" + number, "{\"name\":\"Other\",\"tags\":[1]}");
        ComparisonReport report = compare();
        assertThat(report.differing())
                .extracting(ComparisonReport.Difference::field)
                .containsExactly("name", "tags");
        assertThat(report.differing().getFirst().found()).isEqualTo("\"Other\"");
        assertThat(report.strange()).containsExactly(number);
    }

    @Test
    void findsWhatWasDoubledRepeatedOrOvertaken() throws Exception {
        deliverAll();
        List<String> good = deliverable();
        caller.post(
                "/v1/companies",
                expected(good.get(0)).put("externalId", good.get(0)).toString());
        deliver(good.get(1));
        String before = expected(good.get(2)).toString();
        do {
            erp.change(good.get(2));
        } while (expected(good.get(2)).toString().equals(before));
        deliver(good.get(2));
        caller.put("/v1/companies/" + good.get(2), before);
        deliver(good.get(2));
        ComparisonReport report = compare();
        assertThat(report.doubled()).containsExactly(good.get(0));
        assertThat(report.repeated()).containsExactly(good.get(1));
        assertThat(report.inverted()).containsExactly(good.get(2));
        assertThat(report.lost()).isEmpty();
        assertThat(report.differing()).isEmpty();
    }

    private ComparisonReport compare() {
        return SandboxComparison.compare(erp.url(), crm.url());
    }

    private List<String> deliverable() {
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= erp.size(); i++) {
            erp.customer("%010d".formatted(i))
                    .filter(customer -> customer.poison().isEmpty())
                    .map(Customer::number)
                    .ifPresent(numbers::add);
        }
        return numbers;
    }

    private ObjectNode expected(String number) {
        return erp.customer(number).flatMap(ExpectedCompany::of).orElseThrow();
    }

    /** Gives the CRM what it does not hold yet, in one batch. */
    private void deliverAll() throws IOException {
        List<String> items = new ArrayList<>();
        for (String number : deliverable()) {
            ObjectNode company = expected(number).put("externalId", number);
            if (!crm.content("companies", number)
                    .filter(held -> same(held, company))
                    .isPresent()) {
                items.add(company.toString());
            }
        }
        caller.post("/v1/companies/batch/upsert", "[" + String.join(",", items) + "]");
    }

    private static boolean same(JsonNode held, ObjectNode company) {
        return Canonical.text(held).equals(Canonical.text(company.deepCopy().without("externalId")));
    }

    private void deliver(String number) throws IOException {
        caller.put("/v1/companies/" + number, expected(number).toString());
    }
}
