package io.linkspan.system.soap;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToIgnoreCase;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.linkspan.record.Payload;
import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Pull;
import io.linkspan.system.Pull.Paging;
import io.linkspan.system.Source.PageEnd;
import io.linkspan.system.Source.PageRequest;
import io.linkspan.system.wiring.SystemsFixture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoapSourceTest {
    @RegisterExtension
    static final WireMockExtension ERP = WireMockExtension.newInstance().build();

    private final List<String> records = new ArrayList<>();
    private final CallContext context = CallContext.start();
    private @Nullable SystemsFixture fixture;

    @AfterEach
    void close() {
        if (fixture != null) {
            fixture.close();
        }
    }

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
    void followsTheCursorToTheEnd() throws Exception {
        start(Map.of());
        Pull pull = pull(new Paging.Cursor(2, "R/next"), "<Q><c>${cursor}</c><n>${size}</n></Q>");

        answer("<R><L><x>1</x><x>2</x></L><next>c-2</next></R>");
        assertThat(read(pull)).isEqualTo(new PageEnd(2, Map.of("cursor", "c-2")));
        answer("<R><L><x>3</x></L><next></next></R>");
        assertThat(read(pull, "cursor", "c-2")).isEqualTo(new PageEnd(1, null));

        assertThat(records).containsExactly("<x>1</x>", "<x>2</x>", "<x>3</x>");
        ERP.verify(postRequestedFor(urlEqualTo("/ws")).withRequestBody(containing("<c>c-2</c><n>2</n>")));
    }

    @Test
    void refusesACursorThatLeadsToItself() {
        answer("<R><L><x>1</x></L><next>c</next></R>");
        start(Map.of());

        assertFault(
                pull(new Paging.Cursor(2, "R/next"), "<Q/>"), Fault.Misconfigured.class, "paging-stuck", "cursor", "c");
    }

    @Test
    void beginsTheNextPageAtTheLastRecordsBookmark() throws Exception {
        start(Map.of());
        Pull pull = pull(new Paging.Bookmark(2, "Key"), "<Q>${cursor}</Q>");

        answer("<R><L><x><Key>a</Key></x><x><Key>b</Key></x></L></R>");
        assertThat(read(pull).next()).isEqualTo(Map.of("cursor", "b"));
        assertThat(read(pull, "cursor", "a").next()).isEqualTo(Map.of("cursor", "b"));
        assertFault(pull, Fault.Misconfigured.class, "paging-stuck", "cursor", "b");
        answer("<R><L><x><Key>b</Key></x></L></R>");
        assertThat(read(pull, "cursor", "b").next()).isNull();
        answer("<R><L/></R>");
        assertThat(read(pull, "cursor", "b").next()).isNull();
        answer("<R><L><x/></L></R>");
        assertFault(pull, Fault.Misconfigured.class, "bookmark-missing");
    }

    @Test
    void countsOffsetsAndPages() throws Exception {
        start(Map.of());
        answer("<R><L><x/><x/></L></R>");

        assertThat(read(pull(new Paging.Offset(2), "<Q>${offset}</Q>"), "offset", "4")
                        .next())
                .isEqualTo(Map.of("offset", "6"));
        assertThat(read(pull(new Paging.Offset(3), "<Q>${offset}</Q>"), "offset", "4")
                        .next())
                .isNull();
        assertThat(read(pull(new Paging.PageNumber(2, 1), "<Q>${page}</Q>")).next())
                .isEqualTo(Map.of("page", "2"));
        ERP.verify(postRequestedFor(urlEqualTo("/ws")).withRequestBody(containing("<Q>1</Q>")));
    }

    @Test
    void takesAnAnswerWithoutItsElementForAnErrorAndNeverForAnEmptyPage() {
        answer("<Other/>");
        start(Map.of());

        assertFault(pull(new Paging.None(), "<Q/>"), Fault.Misconfigured.class, "answer-element-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "200, Server, Passing",
        "500, Server, Passing",
        "200, Client, Refused",
        "500, Client, Refused",
        "500, Server.Busy, Limited",
        "503, Client, Passing",
        "401, Client, Misconfigured",
        "500, wsse:FailedAuthentication, Misconfigured",
        "500, VersionMismatch, Misconfigured"
    })
    void countsAFaultWhateverTheStatus(int status, String code, String fault) {
        ERP.stubFor(
                post("/ws")
                        .willReturn(
                                aResponse()
                                        .withStatus(status)
                                        .withBody(
                                                envelope(
                                                        "<s:Fault><faultcode>s:" + code
                                                                + "</faultcode><faultstring>said to a@b.example with secret-key</faultstring></s:Fault>"))));
        start(Map.of("~.erp.faults.codes.Server.Busy", "limited", "~.erp.values.k", "secret-key"));

        assertThatThrownBy(() -> read(pull(new Paging.None(), "<Q/>")))
                .isInstanceOfSatisfying(FaultException.class, told -> {
                    assertThat(told.fault().getClass().getSimpleName()).isEqualTo(fault);
                    assertThat(told.fault().code()).isEqualTo("soap-" + code.replace("wsse:", ""));
                    assertThat(told.fault().detail()).isEqualTo("said to ***@*** with ***");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | text/html | <html>Busy | Passing | http-503",
                "404 | text/html | <html>gone</html> | Misconfigured | http-404",
                "302 | text/html | '' | Misconfigured | http-302",
                "200 | text/html | <html><br>login</html> | Misconfigured | answer-malformed",
                "200 | text/xml | <R><L> | Passing | answer-cut",
                "200 | text/xml | <!DOCTYPE R><R/> | Misconfigured | answer-doctype",
                "200 | text/xml | '' | Misconfigured | answer-empty",
                "202 | text/xml | '' | Misconfigured | answer-empty",
                "429 | text/plain | slow down | Limited | http-429",
            })
    void saysWhatIsWrongWithAnAnswer(int status, String type, String body, String fault, String code) {
        ERP.stubFor(post("/ws")
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", type)
                        .withBody(body)));
        start(Map.of());

        assertThatThrownBy(() -> read(pull(new Paging.None(), "<Q/>")))
                .isInstanceOfSatisfying(FaultException.class, told -> {
                    assertThat(told.fault().getClass().getSimpleName()).isEqualTo(fault);
                    assertThat(told.fault().code()).isEqualTo(code);
                });
    }

    @Test
    void readsAnAnswerThatComesCompressed() throws Exception {
        answer("<R><L>" + "<x/>".repeat(1000) + "</L></R>");
        start(Map.of());

        assertThat(read(pull(new Paging.None(), "<Q/>")).records()).isEqualTo(1000);
        ERP.verify(postRequestedFor(urlEqualTo("/ws")).withHeader("Accept-Encoding", containing("gzip")));
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

    @Test
    void letsTheSinksOwnTroubleThroughAndClosesTheAnswer() {
        answer("<R><L>" + "<x/>".repeat(10) + "</L></R>");
        start(Map.of());
        IllegalStateException trouble = new IllegalStateException("the broker is gone");

        assertThatThrownBy(() -> fixture()
                        .erp()
                        .read(
                                pull(new Paging.None(), "<Q/>"),
                                new PageRequest(Map.of()),
                                record -> {
                                    throw trouble;
                                },
                                context))
                .isSameAs(trouble);
        assertThat(fixture().systems().reachable("erp")).isTrue();
    }

    private SystemsFixture fixture() {
        return java.util.Objects.requireNonNull(fixture);
    }

    private void start(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("~.erp.protocol", "soap");
        properties.put("~.erp.url", ERP.url("/ws"));
        fixture = new SystemsFixture(properties);
    }

    private static Map<String, String> with(Map<String, String> some, String name, String value) {
        Map<String, String> more = new HashMap<>(some);
        more.put(name, value);
        return more;
    }

    private PageEnd read(Pull pull, String... values) throws FaultException {
        Map<String, String> asked = values.length == 0 ? Map.of() : Map.of(values[0], values[1]);
        return fixture()
                .erp()
                .read(pull, new PageRequest(asked), (Payload record) -> records.add(record.text()), context);
    }

    private void assertFault(Pull pull, Class<? extends Fault> kind, String code, String... values) {
        assertThatThrownBy(() -> read(pull, values)).isInstanceOfSatisfying(FaultException.class, told -> {
            assertThat(told.fault()).isInstanceOf(kind);
            assertThat(told.fault().code()).isEqualTo(code);
        });
    }

    private static void answer(String body) {
        ERP.stubFor(post("/ws").willReturn(ok(envelope(body)).withHeader("Content-Type", "text/xml; charset=utf-8")));
    }

    private static String envelope(String body) {
        return "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>" + body
                + "</s:Body></s:Envelope>";
    }

    private static Pull pull(Paging paging, String request) {
        return new Pull("List", request, null, "R/L/x", null, paging, null, null, List.of());
    }
}
