package io.linkspan.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.system.Fault;
import io.linkspan.system.Push;
import io.linkspan.system.Push.Call;
import io.linkspan.system.Push.Lookup;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A target without upsert and without idempotency keys: nothing is created that was not looked for. */
class RestLookupTest extends RestEdge {
    private static final Push PUSH = new Push(
            null,
            new Lookup(new Call("GET", "/parties?filter=(ref:=:'{ref}')&limit=2"), ".", "id", Set.of(404)),
            new Call("POST", "/parties"),
            new Call("PUT", "/parties/{id}"),
            ".",
            null);

    @Test
    void createsWhatTheTargetDoesNotHave() {
        CRM.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404)));
        CRM.stubFor(post("/parties").willReturn(ok("17")));
        start(Map.of("~.crm.idempotency-header", ""));

        assertAccepted(push(PUSH, fresh("C1")), "17");

        CRM.verify(getRequestedFor(urlEqualTo("/parties?filter=%28ref%3A%3D%3A%27C1%27%29&limit=2")));
    }

    @Test
    void doesNotLookForWhatTheLedgerKnows() {
        CRM.stubFor(put("/parties/5").willReturn(ok("{}")));
        start(Map.of());

        assertAccepted(push(PUSH, item("C1", "5", false)), "5");

        CRM.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void aValueThatWouldEndItsQuotationIsRefusedBeforeAnythingIsAsked() {
        start(Map.of());

        fault(push(PUSH, fresh("x') or ('1'='1")), Fault.Refused.class);

        assertThat(CRM.getAllServeEvents()).isEmpty();
    }

    @Test
    void createsNothingWhileTheLookUpFails() {
        CRM.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
        start(Map.of());

        fault(push(PUSH, item("C1", null, true)), Fault.Passing.class);

        CRM.verify(0, postRequestedFor(anyUrl()));
    }
}
