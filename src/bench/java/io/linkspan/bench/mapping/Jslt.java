package io.linkspan.bench.mapping;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;

/** JSLT: one expression over a Jackson 2 tree. */
final class Jslt implements Contender {
    private final XmlMapper xml = new XmlMapper(XmlFactory.builder()
            .xmlInputFactory(new InputFactoryImpl())
            .nameForTextElement(Trees.TEXT)
            .build());
    private final ObjectMapper json = new ObjectMapper();
    private final Expression expression = Parser.compileString(Resources.text("customers.jslt"));

    @Override
    public byte[] map(byte[] customer) throws IOException {
        return json.writeValueAsBytes(expression.apply(xml.readTree(customer)));
    }
}
