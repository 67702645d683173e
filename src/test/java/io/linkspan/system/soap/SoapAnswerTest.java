package io.linkspan.system.soap;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Pull;
import io.linkspan.system.Pull.Paging;
import io.linkspan.system.Source.PageRequest;
import io.linkspan.system.answer.Beside;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes back from a SOAP system. */
class SoapAnswerTest extends SoapEdge {
    @Test
    void takesAnAnswerWithoutItsElementForAnErrorAndNeverForAnEmptyPage() {
        answer("<Other/>");
        start(Map.of());

        assertFault(pull(new Paging.None(), "<Q/>"), Fault.Misconfigured.class, "answer-element-missing");
    }

    @Test
    void givesEachRecordTheSectionItShares() throws Exception {
        answer("<R><L><x><n>1</n></x><x><n>2</n></x></L><G>g</G></R>");
        start(Map.of());
        Beside beside = new Beside(List.of("R/G"), false);
        Paging whole = new Paging.None();

        read(new Pull("List", "<Q/>", null, "/Envelope/Body/R/L/x", null, whole, null, null, List.of(), beside));

        assertThat(records).containsExactly("<x><n>1</n><G xmlns=\"\">g</G></x>", "<x><n>2</n><G xmlns=\"\">g</G></x>");
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
}
