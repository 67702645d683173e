package io.linkspan.sandbox.erp;

import static io.linkspan.sandbox.erp.ErpCaller.envelope;
import static io.linkspan.sandbox.erp.ErpCaller.list;
import static io.linkspan.sandbox.erp.ErpCaller.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.sandbox.fault.FaultKind;
import io.linkspan.sandbox.fault.FaultRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErpMisbehaviourTest {
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

    private SandboxErp erp = SandboxErp.start(ErpSettings.defaults());
    private ErpCaller caller = new ErpCaller(erp);

    @AfterEach
    void stop() {
        caller.close();
        erp.close();
    }

    @ParameterizedTest
    @CsvSource({
        "SOAP_FAULT, 500, <faultcode>soap:Server</faultcode>",
        "FAULT_IN_200, 200, <faultcode>soap:Server</faultcode>",
        "BUSINESS_ERROR, 200, <ReturnCode>17</ReturnCode><ReturnText>Buchungsperiode",
        "NO_ANSWER_ELEMENT, 200, <ReturnCode>0</ReturnCode></ListCustomersResponse>",
        "GARBLED, 200, <html>",
        "UNAVAILABLE, 503, unavailable"
    })
    void failsInEveryWayAnErpCan(FaultKind kind, int status, String part) throws Exception {
        erp.play(FaultRule.of(kind).on("ListCustomers").next(1));
        var answer = caller.post(list("", 5, ""));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(part);
        assertThat(numbers(caller.xml(list("", 5, "")))).hasSize(5);
    }

    @Test
    void breaksOffInTheMiddleOfAPage() {
        erp.play(FaultRule.of(FaultKind.HALF_ANSWER).next(1));
        assertThatThrownBy(() -> caller.post(list("", 500, ""))).isInstanceOf(IOException.class);
    }

    @Test
    void asksForBasicCredentials() throws Exception {
        restart(new ErpAccess(ErpAccess.Kind.BASIC, "link", "span"));
        assertThat(caller.post(list("", 1, "")).statusCode()).isEqualTo(401);
        String good = Base64.getEncoder().encodeToString("link:span".getBytes(StandardCharsets.UTF_8));
        assertThat(caller.post(list("", 1, ""), "Authorization", "Basic " + good)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void asksForAUsernameToken() throws Exception {
        restart(new ErpAccess(ErpAccess.Kind.TOKEN_TEXT, "link", "span"));
        assertThat(caller.post(list("", 1, "")).statusCode()).isEqualTo(500);
        assertThat(caller.post(token("#PasswordText", "span", "", "")).statusCode())
                .isEqualTo(200);
        assertThat(caller.post(token("#PasswordText", "spam", "", "")).statusCode())
                .isEqualTo(500);
    }

    @Test
    void takesADigestOnceAndOnlyWhileItIsFresh() throws Exception {
        restart(new ErpAccess(ErpAccess.Kind.TOKEN_DIGEST, "link", "span"));
        String now = Instant.now().toString();
        String fresh = token("#PasswordDigest", digest("AAAA", now), "AAAA", now);
        assertThat(caller.post(fresh).statusCode()).isEqualTo(200);
        assertThat(caller.post(fresh).statusCode()).isEqualTo(500);
        String old = "2026-01-01T00:00:00Z";
        assertThat(caller.post(token("#PasswordDigest", digest("BBBB", old), "BBBB", old))
                        .statusCode())
                .isEqualTo(500);
        assertThat(caller.post(token("#PasswordText", "span", "", "")).statusCode())
                .isEqualTo(500);
    }

    private void restart(ErpAccess access) {
        stop();
        erp = SandboxErp.start(ErpSettings.defaults().access(access));
        caller = new ErpCaller(erp);
    }

    private static String digest(String nonce, String created) throws Exception {
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(Base64.getDecoder().decode(nonce));
        return Base64.getEncoder().encodeToString(sha1.digest((created + "span").getBytes(StandardCharsets.UTF_8)));
    }

    private static String token(String type, String password, String nonce, String created) {
        String header = "<s:Header><w:Security xmlns:w=\"" + WSSE + "\"><w:UsernameToken><w:Username>link</w:Username>"
                + "<w:Password Type=\"http://x" + type + "\">" + password + "</w:Password><w:Nonce>" + nonce
                + "</w:Nonce><Created>" + created + "</Created></w:UsernameToken></w:Security></s:Header>";
        return envelope("<ListCustomers xmlns=\"urn:erp:v1\"/>").replace("<s:Body>", header + "<s:Body>");
    }
}
