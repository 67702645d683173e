package io.linkspan.bench.mapping;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.xml.XmlFactory;
import tools.jackson.dataformat.xml.XmlMapper;

/** How contenders that do not read XML themselves get a tree, and write one: with the same parser as everybody. */
final class Trees {
    /** What an element's text is called in a tree, where it has attributes beside it. */
    static final String TEXT = "text";

    private Trees() {}

    static XmlMapper xml() {
        return new XmlMapper(XmlFactory.builder()
                .xmlInputFactory(new InputFactoryImpl())
                .nameForTextElement(TEXT)
                .build());
    }

    static ObjectMapper json() {
        return JsonMapper.builder(JsonFactory.builder()
                        .recyclerPool(JsonRecyclerPools.threadLocalPool())
                        .build())
                .build();
    }
}
