package io.linkspan.sandbox.crm;

import static io.linkspan.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.linkspan.sandbox.Caller;
import io.linkspan.sandbox.fault.FaultKind;
import io.linkspan.sandbox.fault.FaultRule;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class IdempotencyTest {
    private static final String ACME = "{\"name\":\"Acme\",\"stage\":\"lead\"}";

    private SandboxCrm crm = SandboxCrm.start(CrmSettings.defaults());
    private Caller caller = new Caller(crm.url());

    @AfterEach
    void stop() {
        caller.close();
        crm.close();
    }

    @Test
    void givesTheFirstAnswerAgainAndAppliesNothing() throws Exception {
        var first = caller.post("/v1/companies", ACME, "Idempotency-Key", "k1");
        var again = caller.post("/v1/companies", ACME, "Idempotency-Key", "\"k1\"");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(crm.count("companies", "created")).isEqualTo(1);
        assertThat(crm.count("companies", "replayed")).isEqualTo(1);
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() throws Exception {
        caller.put("/v1/companies/1", ACME, "Idempotency-Key", "k1");
        var other = caller.put("/v1/companies/1", ACME.replace("Acme", "Other"), "Idempotency-Key", "k1");
        assertThat(other.statusCode()).isEqualTo(422);
        String named = "{\"externalId\":\"%s\",\"name\":\"A\",\"stage\":\"lead\"}";
        caller.post("/v1/companies", named.formatted("2"), "Idempotency-Key", "k2");
        var elsewhere = caller.post("/v1/companies", named.formatted("3"), "Idempotency-Key", "k2");
        assertThat(elsewhere.statusCode()).isEqualTo(422);
        assertThat(crm.count("companies", "key_misused")).isEqualTo(2);
        assertThat(crm.count("companies", "updated")).isZero();
    }

    @Test
    void refusesAKeyWhoseFirstCallIsStillAtWork() throws Exception {
        crm.play(FaultRule.of(FaultKind.HELD).next(1).delay(Duration.ofSeconds(2)));
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<byte[]>> first =
                    thread.submit(() -> caller.put("/v1/companies/1", ACME, "Idempotency-Key", "k1"));
            await().untilAsserted(() -> assertThat(
                            caller.get("/sandbox/faults").path(0).path("hits").asInt())
                    .isEqualTo(1));
            var second = caller.put("/v1/companies/1", ACME, "Idempotency-Key", "k1");
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(first.get().statusCode()).isEqualTo(201);
        }
        assertThat(crm.count("companies", "key_in_flight")).isEqualTo(1);
    }

    @Test
    void letsARefusedRecordBeMendedUnderItsKey() throws Exception {
        assertThat(caller.put("/v1/companies/1", "{}", "Idempotency-Key", "k1").statusCode())
                .isEqualTo(422);
        assertThat(caller.put("/v1/companies/1", ACME, "Idempotency-Key", "k1").statusCode())
                .isEqualTo(201);
    }

    @Test
    void knowsTheKeyOfEachItemOfABatch() throws Exception {
        String item = "{\"externalId\":\"%s\",\"name\":\"A\",\"stage\":\"lead\",\"idempotencyKey\":\"%s\"}";
        caller.post("/v1/companies/batch/upsert", "[" + item.formatted("1", "k1") + "]");
        JsonNode results = json(caller.post(
                        "/v1/companies/batch/upsert",
                        "[" + item.formatted("1", "k1") + "," + item.formatted("2", "k2") + "]"))
                .path("results");
        assertThat(results.path(0).path("status").asInt()).isEqualTo(201);
        assertThat(crm.count("companies", "replayed")).isEqualTo(1);
        assertThat(crm.count("companies", "created")).isEqualTo(2);
        assertThat(crm.content("companies", "1").orElseThrow().has("idempotencyKey"))
                .isFalse();
    }

    @Test
    void countsAKeyAppliedTwiceWhereKeysAreNotHonoured() throws Exception {
        stop();
        crm = SandboxCrm.start(CrmSettings.defaults()
                .manners(new CrmSettings.Manners(false, false, "idempotencyKey", "sourceVersion", "X-Correlation-Id")));
        caller = new Caller(crm.url());
        String body = "{\"externalId\":\"1\",\"name\":\"A\",\"stage\":\"lead\"}";
        caller.post("/v1/companies", body, "Idempotency-Key", "k1");
        caller.post("/v1/companies", body, "Idempotency-Key", "k1");
        assertThat(crm.count("companies", "key_applied_twice")).isEqualTo(1);
        assertThat(crm.count("companies", "doubled")).isEqualTo(1);
    }
}
