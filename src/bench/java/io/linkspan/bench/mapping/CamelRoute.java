package io.linkspan.bench.mapping;

import java.util.Objects;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel route in one JVM: {@code direct:} to a processor that holds the hand-written code. */
final class CamelRoute implements Contender {
    private final HandWritten handWritten = HandWritten.withAalto();
    private final ProducerTemplate producer;
    private final Endpoint customers;

    @SuppressWarnings("resource") // lives as long as the process
    CamelRoute() throws Exception {
        var camel = new DefaultCamelContext();
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:customers").process(CamelRoute.this::process);
            }
        });
        camel.start();
        customers = camel.getEndpoint("direct:customers");
        producer = camel.createProducerTemplate();
    }

    private void process(Exchange exchange) throws Exception {
        exchange.getMessage().setBody(handWritten.map(exchange.getMessage().getMandatoryBody(byte[].class)));
    }

    @Override
    public byte[] map(byte[] customer) {
        return Objects.requireNonNull(producer.requestBody(customers, customer, byte[].class));
    }
}
