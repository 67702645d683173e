package io.linkspan.bench.mapping;

import com.bazaarvoice.jolt.Chainr;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** JOLT: a chain of cardinality, shift, default and modify specs over maps. */
final class Jolt implements Contender {
    private final ObjectReader reader = Trees.xml().readerFor(Map.class);
    private final ObjectMapper json = Trees.json();
    private final Chainr chain =
            Chainr.fromSpec(JsonMapper.shared().readValue(Resources.text("customers.jolt.json"), List.class));

    @Override
    public byte[] map(byte[] customer) {
        Map<String, Object> tree = reader.readValue(customer);
        return json.writeValueAsBytes(chain.transform(tree));
    }
}
