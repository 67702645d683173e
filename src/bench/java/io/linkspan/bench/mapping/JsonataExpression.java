package io.linkspan.bench.mapping;

import com.dashjoin.jsonata.Jsonata;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;

/** JSONata: one expression over maps. */
final class JsonataExpression implements Contender {
    private final ObjectReader reader = Trees.xml().readerFor(Map.class);
    private final ObjectMapper json = Trees.json();
    private final Jsonata expression = Jsonata.jsonata(Resources.text("customers.jsonata"));

    @Override
    public byte[] map(byte[] customer) {
        Map<String, Object> tree = reader.readValue(customer);
        return json.writeValueAsBytes(expression.evaluate(tree));
    }
}
