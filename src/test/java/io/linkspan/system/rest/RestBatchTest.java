package io.linkspan.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.system.Fault.Limited;
import io.linkspan.system.Fault.Misconfigured;
import io.linkspan.system.Fault.Passing;
import io.linkspan.system.Fault.Refused;
import io.linkspan.system.Fault.Unsure;
import io.linkspan.system.Push;
import io.linkspan.system.Push.Match;
import io.linkspan.system.Target.BatchResult;
import io.linkspan.system.Target.ItemResult;
import io.linkspan.system.Target.ItemResult.Accepted;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RestBatchTest extends RestEdge {
    private static final Push BY_ORDER = batch(Match.ORDER, null, null);
    private static final Push BY_REF = batch(Match.ID, "ref", null);
    private static final Push TRACED = batch(
            Match.TRACE,
            "objectWriteTraceId",
            new Push.Errors("errors", "context/objectWriteTraceId", "category", "message"));

    @Test
    void readsOneOutcomeForEachRecordByTheirOrder() {
        answer(200, """
                {"results":[{"status":201,"id":"1"},{"status":422,"error":"no name"},{"status":503},{"status":429}]}""");

        List<ItemResult> results = perItem(pushAll(BY_ORDER, fresh("a"), fresh("b"), fresh("c"), fresh("d")));

        assertThat(results.get(0)).isEqualTo(new Accepted("1"));
        assertThat(fault(results.get(1))).isEqualTo(new Refused("http-422", "no name", null));
        assertThat(fault(results.get(2))).isInstanceOf(Passing.class);
        assertThat(fault(results.get(3))).isInstanceOf(Limited.class);
    }

    @Test
    void takesNothingForGoodWhereTheCountDoesNotFit() {
        answer(200, "{\"results\":[{\"status\":201},{\"status\":201},{\"status\":201}]}");

        assertThat(perItem(pushAll(BY_ORDER, fresh("a"), fresh("b"))))
                .allSatisfy(result -> assertThat(fault(result)).isInstanceOf(Unsure.class));
    }

    @Test
    void findsEachRecordByItsFieldWhateverTheOrderAndPassesOverStrangers() {
        answer(207, """
                {"results":[{"ref":"stranger","status":200},{"ref":"b","status":400,"error":"bad"},{"ref":"a","status":200}]}""");

        List<ItemResult> results = perItem(pushAll(BY_REF, fresh("a"), fresh("b"), fresh("c")));

        assertThat(results.get(0)).isEqualTo(new Accepted(null));
        assertThat(fault(results.get(1))).isInstanceOf(Refused.class);
        assertThat(fault(results.get(2)).code()).isEqualTo("batch-item-missing");
    }

    @Test
    void believesNeitherWhereARecordIsToldOfTwice() {
        answer(200, "{\"results\":[{\"ref\":\"a\",\"status\":200},{\"ref\":\"a\",\"status\":400}]}");

        assertThat(fault(perItem(pushAll(BY_REF, fresh("a"))).getFirst()).code())
                .isEqualTo("batch-item-twice");
    }

    @Test
    void readsErrorsToldBesideTheResultsByTheTraceThatWasSentAlong() {
        answer(207, """
                {"status":"COMPLETE",
                 "results":[{"id":"51","objectWriteTraceId":"%s"}],
                 "errors":[{"category":"VALIDATION_ERROR","message":"bad e-mail",
                            "context":{"objectWriteTraceId":["%s","%s"]}}]}""".formatted(keyOf("a"), keyOf("b"), keyOf("c")));

        List<ItemResult> results = perItem(pushAll(TRACED, fresh("a"), fresh("b"), fresh("c"), fresh("d")));

        assertThat(results.get(0)).isEqualTo(new Accepted("51"));
        assertThat(fault(results.get(1))).isEqualTo(new Refused("item-VALIDATION_ERROR", "bad e-mail", null));
        assertThat(fault(results.get(2))).isInstanceOf(Refused.class);
        assertThat(fault(results.get(3))).isInstanceOf(Unsure.class);
        CRM.verify(postRequestedFor(urlEqualTo("/batch"))
                .withRequestBody(equalToJson(
                        "[{\"objectWriteTraceId\":\"%s\",\"ref\":\"a\"},{},{},{}]".formatted(keyOf("a")), true, true)));
    }

    @Test
    void haltsTheFlowWhereTheAnswerLacksTheListTheFlowNames() {
        answer(200, "{\"ok\":true}");

        assertThat(fault(pushAll(BY_ORDER, fresh("a"))))
                .isInstanceOfSatisfying(
                        Misconfigured.class,
                        wrong -> assertThat(wrong.maybeDone()).isTrue());
    }

    @Test
    void blamesTheRecordsForAConflictOfABatchButNotOneThatStandsAlone() {
        answer(409, "{\"message\":\"conflict\"}");

        assertThat(fault(pushAll(BY_ORDER, fresh("a"), fresh("b")))).isInstanceOf(Refused.class);
        assertThat(fault(pushAll(BY_ORDER, fresh("a")))).isInstanceOf(Passing.class);
    }

    private void answer(int status, String body) {
        start(Map.of());
        CRM.stubFor(post("/batch")
                .willReturn(status == 200 ? okJson(body) : status(status).withBody(body)));
    }

    private static List<ItemResult> perItem(BatchResult result) {
        assertThat(result).isInstanceOf(BatchResult.PerItem.class);
        return ((BatchResult.PerItem) result).results();
    }

    private static Push batch(Match match, @Nullable String field, Push.@Nullable Errors errors) {
        return new Push(
                null,
                null,
                null,
                null,
                null,
                new Push.Batch(
                        new Push.Call("POST", "/batch"),
                        10,
                        null,
                        null,
                        "results",
                        match,
                        field,
                        match == Match.TRACE ? null : "status",
                        Set.of(),
                        "error",
                        "id",
                        errors));
    }
}
