package io.linkspan.bench.mapping;

import com.bazaarvoice.jolt.Chainr;
import com.ctc.wstx.stax.WstxInputFactory;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.schibsted.spt.data.jslt.Expression;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import net.sf.saxon.s9api.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import tools.jackson.dataformat.xml.XmlMapper;

/**
 * Who takes part.
 *
 * @param id as its process and its log are called
 * @param what as the table says it
 * @param library a class of the library it stands for; the library's version is read from its jar's name
 * @param start makes the contender ready
 */
record Contestant(String id, String what, Class<?> library, Callable<Contender> start) {
    /** Everybody; the first is the reference. */
    static final List<Contestant> ALL = List.of(
            new Contestant(
                    "hand-written",
                    "hand-written StAX → JsonGenerator",
                    InputFactoryImpl.class,
                    HandWritten::withAalto),
            new Contestant("linkspan", "**Linkspan**, from a flow file", Linkspan.class, Linkspan::new),
            new Contestant(
                    "hand-written-woodstox", "the same on Woodstox", WstxInputFactory.class, HandWritten::withWoodstox),
            new Contestant(
                    "camel", "Camel route around the hand-written code", DefaultCamelContext.class, CamelRoute::new),
            new Contestant(
                    "jackson", "Jackson XmlMapper → objects → copies → JSON", XmlMapper.class, JacksonBinding::new),
            new Contestant("jslt", "JSLT behind XmlMapper", Expression.class, Jslt::new),
            new Contestant("jolt", "JOLT behind XmlMapper", Chainr.class, Jolt::new),
            new Contestant("jsonata", "JSONata behind XmlMapper", Jsonata.class, JsonataExpression::new),
            new Contestant("saxon", "Saxon, XSLT 3.0 to JSON", Processor.class, Xslt::new));

    static Contestant of(String id) {
        return ALL.stream()
                .filter(contestant -> contestant.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no contestant " + id));
    }

    /** As it stands in the table, with the library and its version. */
    String title() {
        String place =
                library.getProtectionDomain().getCodeSource().getLocation().getPath();
        String file = String.valueOf(Path.of(place).getFileName());
        return file.endsWith(".jar") ? what + " (" + file.substring(0, file.length() - 4) + ")" : what;
    }
}
