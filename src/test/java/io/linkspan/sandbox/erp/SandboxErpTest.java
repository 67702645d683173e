package io.linkspan.sandbox.erp;

import static io.linkspan.sandbox.erp.ErpCaller.all;
import static io.linkspan.sandbox.erp.ErpCaller.envelope;
import static io.linkspan.sandbox.erp.ErpCaller.list;
import static io.linkspan.sandbox.erp.ErpCaller.numbers;
import static io.linkspan.sandbox.erp.ErpCaller.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SandboxErpTest {
    private final SandboxErp erp = SandboxErp.start(ErpSettings.defaults().customers(250));
    private final ErpCaller caller = new ErpCaller(erp);

    @AfterEach
    void stop() {
        caller.close();
        erp.close();
    }

    @Test
    void listsEveryCustomerOncePageByPage() throws Exception {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            Document page = caller.xml(list("", 60, cursor));
            found.addAll(numbers(page));
            cursor = all(page, "NextCursor").getFirst().getTextContent();
        } while (!cursor.isEmpty());
        assertThat(found).hasSize(250).doesNotHaveDuplicates().startsWith("0000000001");
    }

    @Test
    void missesNothingThatChangesBetweenTwoPages() throws Exception {
        Document first = caller.xml(list("", 100, ""));
        erp.mutate(50);
        erp.add(5);
        Document second =
                caller.xml(list("", 500, all(first, "NextCursor").getFirst().getTextContent()));
        HashSet<String> seen = new HashSet<>(numbers(first));
        seen.addAll(numbers(second));
        assertThat(seen).hasSize(255);
        for (Element customer : all(second, "Customer")) {
            assertThat(customer.getAttribute("rev"))
                    .isEqualTo(""
                            + erp.customer(text(customer, "CustomerNo"))
                                    .orElseThrow()
                                    .revision());
        }
    }

    @Test
    void listsOnlyWhatChangedSince() throws Exception {
        erp.change("0000000042");
        String since = erp.customer("0000000042").orElseThrow().changedAt().toString();
        assertThat(numbers(caller.xml(list(since, 500, "")))).containsExactly("0000000042");
        assertThat(numbers(caller.xml(list("2999-01-01T00:00:00+01:00", 500, ""))))
                .isEmpty();
    }

    @Test
    void carriesEveryCharacterThatXmlCan() throws Exception {
        Document page = caller.xml(list("", 500, ""));
        for (Element element : all(page, "Customer")) {
            Customer customer = erp.customer(text(element, "CustomerNo")).orElseThrow();
            assertThat(text(element, "Name")).isEqualTo(customer.identity().name());
            if (customer.remarks().form() == Written.Form.TEXT) {
                assertThat(text(element, "Remarks"))
                        .isEqualTo(customer.remarks().text());
            }
        }
    }

    @Test
    void tellsAbsentNilAndEmptyApart() throws Exception {
        Document page = caller.xml(list("", 500, ""));
        List<Element> limits = all(page, "CreditLimit");
        assertThat(limits.size()).isLessThan(250);
        assertThat(limits).anyMatch(limit -> limit.hasAttribute("xsi:nil"));
        assertThat(limits)
                .anyMatch(limit ->
                        !limit.hasAttribute("xsi:nil") && limit.getTextContent().isEmpty());
        assertThat(limits).anyMatch(limit -> limit.getTextContent().endsWith("-"));
    }

    @Test
    void answersOneCustomerOrNone() throws Exception {
        assertThat(numbers(caller.xml(get("0000000007")))).containsExactly("0000000007");
        assertThat(numbers(caller.xml(get("0000000251")))).isEmpty();
    }

    @Test
    void listsDeletedCustomersElsewhere() throws Exception {
        erp.delete("0000000007");
        assertThat(numbers(caller.xml(list("", 500, "")))).hasSize(249).doesNotContain("0000000007");
        assertThat(numbers(caller.xml(get("0000000007")))).isEmpty();
        assertThat(numbers(caller.xml(envelope("<ListDeletedCustomers xmlns=\"urn:erp:v1\"/>"))))
                .containsExactly("0000000007");
        assertThat(numbers(caller.xml(envelope("<ListCustomerNumbers xmlns=\"urn:erp:v1\"/>"))))
                .hasSize(249);
        erp.change("0000000007");
        assertThat(numbers(caller.xml(get("0000000007")))).containsExactly("0000000007");
    }

    @Test
    void answersInTheVersionOfTheQuestion() throws Exception {
        var answer = caller.post(list("", 1, "")
                .replace("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope"));
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/soap+xml");
        assertThat(numbers(ErpCaller.parsed(answer))).hasSize(1);
    }

    @Test
    void faultsOnWhatItDoesNotUnderstand() throws Exception {
        for (String wrong : List.of(
                envelope("<Nonsense xmlns=\"urn:erp:v1\"/>"),
                list("yesterday", 5, ""),
                list("", 5, "nonsense"),
                list("", 0, ""),
                "<!DOCTYPE x [<!ENTITY e 'e'>]>" + list("", 5, ""),
                "{}")) {
            var answer = caller.post(wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(500);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("faultcode>soap:Client<");
        }
    }

    @Test
    void writesDownTheCallersCorrelationId() throws Exception {
        caller.post(list("", 1, ""), "X-Correlation-Id", "abc-1", "traceparent", "00-1-2-01");
        assertThat(erp.journal().last()).singleElement().satisfies(call -> {
            assertThat(call.name()).isEqualTo("ListCustomers");
            assertThat(call.correlationId()).isEqualTo("abc-1");
            assertThat(call.traceparent()).isEqualTo("00-1-2-01");
            assertThat(call.status()).isEqualTo(200);
        });
    }

    private static String get(String number) {
        return envelope("<GetCustomer xmlns=\"urn:erp:v1\"><CustomerNo>" + number + "</CustomerNo></GetCustomer>");
    }
}
