package io.linkspan.system.soap;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToIgnoreCase;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.system.Pull.Paging;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes out to a SOAP system. */
class SoapRequestTest extends SoapEdge {
    @Test
    void asksAsTheTemplateSaysWithValuesEscaped() throws Exception {
        answer("<R><L/></R>");
        start(Map.of("~.erp.values.key", "k&y"));

        read(
                pull(new Paging.None(), "<Q xmlns='urn:q'><k>${system.key}</k><s>${since}</s><n>${cursor}</n></Q>"),
                "since",
                "<a>'\"");

        ERP.verify(postRequestedFor(urlEqualTo("/ws"))
                .withHeader("Content-Type", equalToIgnoreCase("text/xml; charset=utf-8"))
                .withHeader("SOAPAction", equalTo("\"List\""))
                .withHeader("X-Correlation-Id", equalTo(context.correlationId().value()))
                .withHeader("traceparent", containing(context.trace().traceId()))
                .withRequestBody(equalTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope"
                        + " xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><Q xmlns='urn:q'>"
                        + "<k>k&amp;y</k><s>&lt;a&gt;&apos;&quot;</s><n></n></Q></soap:Body></soap:Envelope>")));
    }

    @Test
    void speaksSoap12WithTheActionInTheContentType() throws Exception {
        answer("<R><L/></R>");
        start(Map.of("~.erp.soap-version", "1.2", "~.erp.correlation-header", "X-Request"));

        read(pull(new Paging.None(), "<Q/>"));

        ERP.verify(postRequestedFor(urlEqualTo("/ws"))
                .withHeader("Content-Type", equalToIgnoreCase("application/soap+xml; charset=utf-8; action=\"List\""))
                .withHeader("X-Request", equalTo(context.correlationId().value()))
                .withoutHeader("SOAPAction")
                .withRequestBody(containing("xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "basic | Authorization | Basic dMO8OnNlY3JldC1wdw==",
                "bearer | Authorization | Bearer secret-token",
                "api-key | DOLAPIKEY | secret-key"
            })
    void showsWhoWeAre(String kind, String header, String value) throws Exception {
        answer("<R><L/></R>");
        start(Map.of(
                "~.erp.auth.kind", kind,
                "~.erp.auth.username", "tü",
                "~.erp.auth.password", "secret-pw",
                "~.erp.auth.token", "secret-token",
                "~.erp.auth.header", "DOLAPIKEY",
                "~.erp.auth.key", "secret-key"));

        read(pull(new Paging.None(), "<Q/>"));

        ERP.verify(postRequestedFor(urlEqualTo("/ws")).withHeader(header, equalTo(value)));
    }

    @Test
    void logsInAndSendsTheSessionAlongAndLogsInAgainWhenItDies() throws Exception {
        ERP.stubFor(post("/ws")
                .withRequestBody(containing("<login>"))
                .inScenario("session")
                .whenScenarioStateIs("Started")
                .willSetStateTo("second")
                .willReturn(okXml(envelope("<loginResponse><id>s-1</id></loginResponse>"))));
        ERP.stubFor(post("/ws")
                .withRequestBody(containing("<login>"))
                .inScenario("session")
                .whenScenarioStateIs("second")
                .willReturn(okXml(envelope("<loginResponse><id>s-2</id></loginResponse>"))));
        ERP.stubFor(post("/ws")
                .withRequestBody(containing("<s>s-1</s>"))
                .willReturn(okXml(
                        envelope("<s:Fault><faultcode>5</faultcode><faultstring>expired</faultstring></s:Fault>"))));
        ERP.stubFor(post("/ws")
                .withRequestBody(containing("<s>s-2</s>"))
                .willReturn(okXml(envelope("<R><L><x/></L></R>"))));
        start(Map.of(
                "~.erp.session.request", "<login><u>${system.user}</u></login>",
                "~.erp.session.token", "loginResponse/id",
                "~.erp.values.user", "me",
                "~.erp.faults.codes.5", "login"));

        read(pull(new Paging.None(), "<Q><s>${session}</s></Q>"));
        read(pull(new Paging.None(), "<Q><s>${session}</s></Q>"));

        assertThat(records).containsExactly("<x/>", "<x/>");
        ERP.verify(2, postRequestedFor(urlEqualTo("/ws")).withRequestBody(containing("<login><u>me</u></login>")));
    }

    @Test
    void sendsAUsernameTokenAsTextOrDigest() throws Exception {
        answer("<R><L/></R>");
        Map<String, String> auth = Map.of("~.erp.auth.username", "u<1>", "~.erp.auth.password", "p&w");

        start(with(auth, "~.erp.auth.kind", "username-token"));
        read(pull(new Paging.None(), "<Q/>"));
        close();
        start(with(auth, "~.erp.auth.kind", "username-token-digest"));
        read(pull(new Paging.None(), "<Q/>"));

        ERP.verify(
                postRequestedFor(urlEqualTo("/ws"))
                        .withRequestBody(
                                containing(
                                        "<wsse:Username>u&lt;1&gt;</wsse:Username><wsse:Password Type=\"http://docs.oasis-open.org/wss/2004/01/"
                                                + "oasis-200401-wss-username-token-profile-1.0#PasswordText\">p&amp;w</wsse:Password>")));
        ERP.verify(postRequestedFor(urlEqualTo("/ws"))
                .withRequestBody(matching(
                        ".*#PasswordDigest\">[A-Za-z0-9+/]{27}=</wsse:Password><wsse:Nonce [^>]*>[A-Za-z0-9+/]{22}==</wsse:Nonce>"
                                + "<wsu:Created>2\\d{3}-\\d\\d-\\d\\dT[0-9:.]+Z</wsu:Created>.*")));
    }
}
