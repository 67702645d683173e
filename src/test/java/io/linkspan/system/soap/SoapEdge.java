package io.linkspan.system.soap;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
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
import io.linkspan.system.answer.Beside;
import io.linkspan.system.wiring.SystemsFixture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A system {@code erp} that speaks SOAP, on a stub that answers what a test says. */
abstract class SoapEdge {
    @RegisterExtension
    static final WireMockExtension ERP = WireMockExtension.newInstance().build();

    final List<String> records = new ArrayList<>();
    final CallContext context = CallContext.start();
    private @Nullable SystemsFixture fixture;

    @AfterEach
    void close() {
        if (fixture != null) {
            fixture.close();
        }
    }

    SystemsFixture fixture() {
        return java.util.Objects.requireNonNull(fixture);
    }

    void start(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("~.erp.protocol", "soap");
        properties.put("~.erp.url", ERP.url("/ws"));
        fixture = new SystemsFixture(properties);
    }

    static Map<String, String> with(Map<String, String> some, String name, String value) {
        Map<String, String> more = new HashMap<>(some);
        more.put(name, value);
        return more;
    }

    PageEnd read(Pull pull, String... values) throws FaultException {
        Map<String, String> asked = values.length == 0 ? Map.of() : Map.of(values[0], values[1]);
        return fixture()
                .erp()
                .read(pull, new PageRequest(asked), (Payload record) -> records.add(record.text()), context);
    }

    void assertFault(Pull pull, Class<? extends Fault> kind, String code, String... values) {
        assertThatThrownBy(() -> read(pull, values)).isInstanceOfSatisfying(FaultException.class, told -> {
            assertThat(told.fault()).isInstanceOf(kind);
            assertThat(told.fault().code()).isEqualTo(code);
        });
    }

    static void answer(String body) {
        ERP.stubFor(post("/ws").willReturn(ok(envelope(body)).withHeader("Content-Type", "text/xml; charset=utf-8")));
    }

    static String envelope(String body) {
        return "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>" + body
                + "</s:Body></s:Envelope>";
    }

    static Pull pull(Paging paging, String request) {
        return new Pull("List", request, null, "R/L/x", null, paging, null, null, List.of(), Beside.NOTHING);
    }
}
