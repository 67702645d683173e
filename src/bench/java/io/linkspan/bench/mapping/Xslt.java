package io.linkspan.bench.mapping;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stax.StAXSource;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XsltExecutable;

/** Saxon-HE: an XSLT 3.0 stylesheet that builds maps and writes them as JSON. */
final class Xslt implements Contender {
    private final InputFactoryImpl xml = new InputFactoryImpl();
    private final XsltExecutable stylesheet;

    Xslt() throws SaxonApiException {
        stylesheet = new Processor(false)
                .newXsltCompiler()
                .compile(new StreamSource(new StringReader(Resources.text("customers.xslt"))));
    }

    @Override
    public byte[] map(byte[] customer) throws SaxonApiException, XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
        var transformer = stylesheet.load30();
        transformer.applyTemplates(
                new StAXSource(xml.createXMLStreamReader(new ByteArrayInputStream(customer))),
                transformer.newSerializer(out));
        return out.toByteArray();
    }
}
