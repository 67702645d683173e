package io.linkspan.sandbox.erp;

import static io.linkspan.sandbox.erp.ErpCaller.all;
import static io.linkspan.sandbox.erp.ErpCaller.envelope;
import static io.linkspan.sandbox.erp.ErpCaller.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class OrdersTest {
    private static final String ALL = envelope("<ListOrders xmlns=\"urn:erp:v1\"><Size>2000</Size></ListOrders>");

    private final SandboxErp erp = SandboxErp.start(ErpSettings.defaults());
    private final ErpCaller caller = new ErpCaller(erp);

    @AfterEach
    void stop() {
        caller.close();
        erp.close();
    }

    @Test
    void belongToCustomersAndAddUp() throws Exception {
        Document page = caller.xml(ALL);
        assertThat(all(page, "Order")).hasSize(1_000);
        for (Element order : all(page, "Order")) {
            assertThat(erp.customer(text(order, "CustomerNo"))).isPresent();
        }
        for (Element order : all(page, "Order").subList(0, 50)) {
            Order known = erp.order(text(order, "OrderNo")).orElseThrow();
            BigDecimal sum = known.lines().stream()
                    .map(line -> number(line.quantity()).multiply(number(line.price())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(number(text(order, "Total"))).isEqualByComparingTo(sum);
        }
    }

    @Test
    void changeAndGrow() throws Exception {
        erp.mutateOrders(10);
        erp.addOrders(3);
        Document page = caller.xml(ALL);
        assertThat(all(page, "Order")).hasSize(1_003);
        assertThat(all(page, "Order")
                        .getLast()
                        .getElementsByTagName("OrderNo")
                        .item(0)
                        .getTextContent())
                .isEqualTo("A-00001003");
        assertThat(all(page, "Order").stream()
                        .filter(order -> !order.getAttribute("rev").equals("0"))
                        .count())
                .isBetween(1L, 10L);
    }

    private static BigDecimal number(String german) {
        return new BigDecimal(german.replace(".", "").replace(',', '.'));
    }
}
