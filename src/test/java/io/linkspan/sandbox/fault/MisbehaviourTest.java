package io.linkspan.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.sandbox.Caller;
import io.linkspan.sandbox.crm.CrmSettings;
import io.linkspan.sandbox.crm.SandboxCrm;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MisbehaviourTest {
    private static final String ACME = "{\"name\":\"Äcme\",\"stage\":\"lead\"}";
    private static final Duration SHORT = Duration.ofMillis(20);

    private final SandboxCrm crm = SandboxCrm.start(CrmSettings.defaults());
    private final Caller caller = new Caller(crm.url());

    @AfterEach
    void stop() {
        caller.close();
        crm.close();
    }

    @ParameterizedTest
    @CsvSource({"UNAVAILABLE, 503", "ERROR, 500", "LIMITED, 429", "GARBLED, 200"})
    void answersBadlyWithoutApplying(FaultKind kind, int status) throws Exception {
        crm.play(FaultRule.of(kind).next(1));
        assertThat(put("1").statusCode()).isEqualTo(status);
        assertThat(crm.count("companies", "created")).isZero();
        assertThat(put("1").statusCode()).isEqualTo(201);
        assertThat(crm.journal().faults()).isEqualTo(Map.of(kind.text(), 1L));
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET_AFTER", "NO_ANSWER", "HALF_ANSWER", "CUT_ANSWER"})
    void appliesWithoutAWholeAnswer(FaultKind kind) throws Exception {
        crm.play(FaultRule.of(kind).on("PUT").next(1).delay(SHORT));
        assertThatThrownBy(() -> put("1")).isInstanceOf(IOException.class);
        assertThat(crm.count("companies", "created")).isEqualTo(1);
        assertThat(put("1").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"LATE_ANSWER", "SLOW", "HELD"})
    void answersWellAfterAWhile(FaultKind kind) throws Exception {
        crm.play(FaultRule.of(kind).next(1).delay(SHORT));
        assertThat(put("1").statusCode()).isEqualTo(201);
        assertThat(crm.journal().faults()).containsOnlyKeys(kind.text());
    }

    @Test
    void resetsBeforeApplying() {
        crm.play(FaultRule.of(FaultKind.RESET_BEFORE).next(2));
        assertThatThrownBy(() -> put("1")).isInstanceOf(IOException.class);
        assertThat(crm.count("companies", "created")).isZero();
        assertThat(crm.journal().answers()).containsOnlyKeys("none");
    }

    @Test
    void saysWhenToComeAgainWhereTheRuleDoes() throws Exception {
        crm.play(FaultRule.of(FaultKind.UNAVAILABLE)
                .retryAfter(Duration.ofSeconds(7))
                .next(1));
        crm.play(FaultRule.of(FaultKind.UNAVAILABLE).next(1));
        assertThat(put("1").headers().firstValue("retry-after")).contains("7");
        assertThat(put("1").headers().firstValue("retry-after")).isEmpty();
    }

    @Test
    void saysUtf8AndSendsLatin1() throws Exception {
        put("1");
        crm.play(FaultRule.of(FaultKind.WRONG_ENCODING).next(1));
        byte[] body = caller.call("GET", "/v1/companies/1", "").body();
        assertThat(body).contains((byte) 0xC4).doesNotContain((byte) 0xC3);
    }

    @Test
    void refusesAWholeBatchForOneBadRecord() throws Exception {
        crm.play(FaultRule.of(FaultKind.WHOLE_BATCH).on("batch"));
        String good = "{\"externalId\":\"1\",\"name\":\"A\",\"stage\":\"lead\"}";
        var answer = caller.post("/v1/companies/batch/upsert", "[" + good + ",{\"externalId\":\"2\"}]");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Caller.json(answer).path("detail").asString()).doesNotContain("name");
        assertThat(crm.count("companies", "created")).isZero();
        assertThat(caller.post("/v1/companies/batch/upsert", "[" + good + "]").statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesTheRecordItIsToldTo() throws Exception {
        crm.play(FaultRule.of(FaultKind.REFUSED_RECORD).record("2"));
        assertThat(put("1").statusCode()).isEqualTo(201);
        assertThat(put("2").statusCode()).isEqualTo(422);
        crm.behave();
        assertThat(put("2").statusCode()).isEqualTo(201);
    }

    @Test
    void isTaughtFromOutside() throws Exception {
        var given = caller.post(
                "/sandbox/faults",
                "[{\"kind\":\"error\",\"on\":\"PUT\",\"next\":1,\"status\":502},{\"kind\":\"slow\",\"after\":\"PT1H\"}]");
        assertThat(given.statusCode()).isEqualTo(204);
        assertThat(put("1").statusCode()).isEqualTo(502);
        assertThat(put("1").statusCode()).isEqualTo(201);
        assertThat(caller.get("/sandbox/faults").path(0).path("hits").asInt()).isEqualTo(1);
        assertThat(caller.get("/sandbox/faults").path(0).path("spent").asBoolean())
                .isTrue();
        assertThat(caller.get("/sandbox/calls").path(0).path("fault").asString())
                .isEqualTo("error");
        caller.call("DELETE", "/sandbox/faults", "");
        assertThat(caller.get("/sandbox/faults").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"sloow\"} | unknown kind 'sloow'; there are unavailable",
                "{\"kind\":\"slow\",\"chance\":2} | chance is above 0 and at most 1",
                "{\"kind\":\"slow\",\"delay\":\"2s\"} | delay is an ISO 8601 duration like PT2S, not '2s'",
                "{\"kind\":\"slow\",\"wait\":\"PT2S\"} | unknown property 'wait'",
                "{\"on\":\"PUT\"} | a rule is an object with a kind",
                "{ | no JSON"
            })
    void saysWhatIsWrongWithARule(String rule, String message) throws Exception {
        var answer = caller.post("/sandbox/faults", rule);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.json(answer).path("detail").asString()).startsWith(message);
    }

    private HttpResponse<byte[]> put(String externalId) throws IOException {
        return caller.put("/v1/companies/" + externalId, ACME);
    }
}
