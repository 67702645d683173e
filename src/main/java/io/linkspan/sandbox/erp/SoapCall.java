package io.linkspan.sandbox.erp;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A SOAP request taken apart: all our operations take texts only.
 *
 * @param version of SOAP
 * @param operation the local name of the body's element
 * @param fields the operation's leaves by local name
 * @param security the header's leaves by local name, and {@code PasswordType}
 */
record SoapCall(SoapVersion version, String operation, Map<String, String> fields, Map<String, String> security) {
    private static final XMLInputFactory XML = factory();
    private static final int DEEPEST = 30;

    private static XMLInputFactory factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * Takes a request apart.
     *
     * @throws XMLStreamException where it is no XML, or XML that no SOAP message may be
     */
    static SoapCall of(byte[] body) throws XMLStreamException {
        XMLStreamReader reader = XML.createXMLStreamReader(new java.io.ByteArrayInputStream(body));
        try {
            return new Reading().read(reader);
        } finally {
            reader.close();
        }
    }

    /** A field that has a text. */
    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static final class Reading {
        private final Map<String, String> fields = new HashMap<>();
        private final Map<String, String> security = new HashMap<>();
        private final Deque<String> path = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private SoapVersion version = SoapVersion.SOAP_11;
        private String operation = "";
        private boolean inBody;

        SoapCall read(XMLStreamReader reader) throws XMLStreamException {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> open(reader);
                    case XMLStreamConstants.END_ELEMENT -> close(reader.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                    case XMLStreamConstants.DTD -> throw new XMLStreamException("a SOAP message has no DOCTYPE");
                    default -> {}
                }
            }
            return new SoapCall(version, operation, Map.copyOf(fields), Map.copyOf(security));
        }

        private void open(XMLStreamReader reader) throws XMLStreamException {
            String name = reader.getLocalName();
            if (path.isEmpty()) {
                version = SoapVersion.of(reader.getNamespaceURI());
            } else if (path.size() == 1) {
                inBody = name.equals("Body");
            } else if (path.size() == 2 && inBody) {
                operation = name;
            }
            if (name.equals("Password")) {
                security.put("PasswordType", "" + reader.getAttributeValue(null, "Type"));
            }
            if (path.size() == DEEPEST) {
                throw new XMLStreamException("nested deeper than any of our operations");
            }
            path.push(name);
            text.setLength(0);
        }

        private void close(String name) {
            path.pop();
            if (path.size() >= 2) {
                (inBody ? fields : security).put(name, text.toString());
            }
            text.setLength(0);
        }
    }
}
