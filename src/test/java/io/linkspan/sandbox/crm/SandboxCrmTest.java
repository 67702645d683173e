package io.linkspan.sandbox.crm;

import static io.linkspan.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.sandbox.Caller;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SandboxCrmTest {
    private static final String ACME = "{\"name\":\"Acme\",\"stage\":\"lead\"}";

    private final SandboxCrm crm = SandboxCrm.start(CrmSettings.defaults());
    private final Caller caller = new Caller(crm.url());

    @AfterEach
    void stop() {
        caller.close();
        crm.close();
    }

    @Test
    void createsThenUpdatesByExternalId() throws Exception {
        var created = caller.put("/v1/companies/A%201", ACME);
        var updated = caller.put("/v1/companies/A%201", "{\"name\":\"Acme 2\",\"stage\":\"lead\"}");
        assertThat(List.of(created.statusCode(), updated.statusCode())).containsExactly(201, 200);
        assertThat(json(updated).path("id")).isEqualTo(json(created).path("id"));
        assertThat(caller.get("/v1/companies/A%201").path("name").asString()).isEqualTo("Acme 2");
        assertThat(crm.count("companies", "created")).isEqualTo(1);
        assertThat(crm.count("companies", "updated")).isEqualTo(1);
    }

    @Test
    void replacesTheWholeContentByPutAndMergesByPatch() throws Exception {
        caller.put("/v1/companies/1", "{\"name\":\"Acme\",\"stage\":\"lead\",\"revenue\":1.50,\"notes\":\"x\"}");
        caller.call("PATCH", "/v1/companies/1", "{\"notes\":null,\"tier\":\"key\"}");
        assertThat(content("1")).isEqualTo("{\"name\":\"Acme\",\"revenue\":1.5,\"stage\":\"lead\",\"tier\":\"key\"}");
        caller.put("/v1/companies/1", ACME);
        assertThat(content("1")).isEqualTo(ACME);
    }

    @Test
    void doublesARecordThatIsCreatedTwiceAndCountsIt() throws Exception {
        String body = "{\"externalId\":\"7\",\"name\":\"Acme\",\"stage\":\"lead\"}";
        caller.post("/v1/companies", body);
        caller.post("/v1/companies", body);
        JsonNode found = caller.get("/v1/companies?externalId=7");
        assertThat(found.path("total").asInt()).isEqualTo(2);
        assertThat(crm.count("companies", "doubled")).isEqualTo(1);
        assertThat(caller.put("/v1/companies/7", ACME).statusCode()).isEqualTo(409);
    }

    @Test
    void deletesOnce() throws Exception {
        caller.put("/v1/companies/1", ACME);
        assertThat(caller.call("DELETE", "/v1/companies/1", "").statusCode()).isEqualTo(204);
        assertThat(caller.call("DELETE", "/v1/companies/1", "").statusCode()).isEqualTo(404);
        assertThat(caller.get("/v1/companies").path("total").asInt()).isZero();
    }

    @Test
    void listsEverythingPageByPage() throws Exception {
        for (int i = 0; i < 5; i++) {
            caller.put("/v1/companies/" + i, ACME);
        }
        JsonNode first = caller.get("/v1/companies?limit=3");
        JsonNode second =
                caller.get("/v1/companies?limit=3&after=" + first.path("next").asString());
        assertThat(first.path("items").size()).isEqualTo(3);
        assertThat(second.path("items").findValuesAsString("externalId")).containsExactly("3", "4");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void answersABatchItemByItem() throws Exception {
        var answer = caller.post(
                "/v1/companies/batch/upsert",
                "{\"items\":[{\"externalId\":\"1\",\"name\":\"Acme\",\"stage\":\"lead\"},{\"externalId\":\"2\",\"stage\":\"gone\"}]}");
        JsonNode results = json(answer).path("results");
        assertThat(answer.statusCode()).isEqualTo(207);
        assertThat(results.path(0).path("status").asInt()).isEqualTo(201);
        assertThat(results.path(1).path("status").asInt()).isEqualTo(422);
        assertThat(results.path(1).path("error").path("field").asString()).isEqualTo("name");
        assertThat(results.path(1).path("error").path("message").asString())
                .isEqualTo("name is required; stage is one of [churned, customer, lead]");
        assertThat(caller.post(
                                "/v1/companies/batch/upsert",
                                "[{\"externalId\":\"1\",\"name\":\"B\",\"stage\":\"lead\"}]")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name | {'stage':'lead'}",
                "name | {'name':'   ','stage':'lead'}",
                "name | {'name':'<b>','stage':'lead'}",
                "stage | {'name':'A','stage':'A'}",
                "email | {'name':'A','stage':'lead','email':'nobody'}",
                "active | {'name':'A','stage':'lead','active':'true'}",
                "revenue | {'name':'A','stage':'lead','revenue':'1.5'}",
                "createdOn | {'name':'A','stage':'lead','createdOn':'20260101'}",
                "billing.country | {'name':'A','stage':'lead','billing':{'country':'Germany'}}",
                "contacts[1].phone | {'name':'A','stage':'lead','contacts':[{},{'phone':'030 1'}]}"
            })
    void refusesWhatBreaksItsRulesAndNamesTheField(String field, String company) throws Exception {
        var answer = caller.put("/v1/companies/1", company.replace('\'', '"'));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("errors").path(0).path("field").asString()).isEqualTo(field);
        assertThat(crm.count("companies", "refused")).isEqualTo(1);
        assertThat(crm.count("companies", "created")).isZero();
    }

    @Test
    void countsASecondApplicationOfTheSameContentAndAnOlderVersion() throws Exception {
        caller.put(
                "/v1/companies/1",
                "{\"name\":\"A\",\"stage\":\"lead\",\"sourceVersion\":\"2026-01-02T00:00:00+01:00\"}");
        caller.put(
                "/v1/companies/1",
                "{\"name\":\"A\",\"stage\":\"lead\",\"sourceVersion\":\"2026-01-02T00:00:00+01:00\"}");
        caller.put("/v1/companies/1", "{\"name\":\"B\",\"stage\":\"lead\",\"sourceVersion\":\"2026-01-01T22:59:59Z\"}");
        assertThat(crm.count("companies", "repeated")).isEqualTo(1);
        assertThat(crm.count("companies", "inverted")).isEqualTo(1);
    }

    @Test
    void knowsNoDealWithoutItsCompany() throws Exception {
        String deal = "{\"name\":\"D\",\"stage\":\"open\",\"amount\":1,\"companyId\":\"ID\"}";
        assertThat(json(caller.put("/v1/deals/1", deal)).path("detail").asString())
                .isEqualTo("companyId names no company there is");
        String id = json(caller.put("/v1/companies/1", ACME)).path("id").asString();
        assertThat(caller.put("/v1/deals/1", deal.replace("ID", id)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusesWhatIsNoRecord() throws Exception {
        assertThat(caller.put("/v1/companies/1", "{\"name\":").statusCode()).isEqualTo(400);
        assertThat(caller.put("/v1/companies/1", "[]").statusCode()).isEqualTo(400);
        assertThat(caller.post("/v1/companies/batch/upsert", "{}").statusCode()).isEqualTo(400);
        assertThat(caller.put("/v1/nothing/1", ACME).statusCode()).isEqualTo(404);
    }

    private String content(String externalId) {
        return Canonical.text(crm.content("companies", externalId).orElseThrow());
    }
}
