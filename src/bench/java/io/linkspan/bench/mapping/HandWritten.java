package io.linkspan.bench.mapping;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.io.Stax2ByteArraySource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * The limit: what an engineer writes who has one record kind to map, knows it by heart and wants it fast. One pass over
 * the parser's events, each value written the moment it is read, nothing kept but what must wait.
 */
final class HandWritten implements Contender {
    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    private final XMLInputFactory2 xml;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);

    HandWritten(XMLInputFactory2 xml) {
        this.xml = xml;
    }

    /** With the parser that we use, too. */
    static HandWritten withAalto() {
        return new HandWritten(safely(new InputFactoryImpl()));
    }

    /** With the parser most of the Java world uses. */
    static HandWritten withWoodstox() {
        return new HandWritten(safely(new com.ctc.wstx.stax.WstxInputFactory()));
    }

    private static XMLInputFactory2 safely(XMLInputFactory2 factory) {
        factory.setProperty(XMLInputFactory2.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory2.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    @Override
    public byte[] map(byte[] customer) throws XMLStreamException {
        out.reset();
        XMLStreamReader2 in =
                (XMLStreamReader2) xml.createXMLStreamReader(new Stax2ByteArraySource(customer, 0, customer.length));
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            in.nextTag();
            customer(in, json);
        } finally {
            in.close();
        }
        return out.toByteArray();
    }

    private static void customer(XMLStreamReader2 in, JsonGenerator json) throws XMLStreamException {
        boolean segmented = false;
        json.writeStartObject();
        json.writeStringProperty("language", lower(in.getAttributeValue("", "language")));
        while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
            switch (in.getLocalName()) {
                case "CustomerNo" -> json.writeStringProperty("externalId", in.getElementText());
                case "Name" ->
                    json.writeStringProperty("name", in.getElementText().strip());
                case "VatId" -> json.writeStringProperty("taxId", in.getElementText());
                case "Status" -> json.writeStringProperty("stage", HandRules.stage(in.getElementText()));
                case "Blocked" -> json.writeBooleanProperty("active", HandRules.active(in.getElementText()));
                case "Created" -> json.writeStringProperty("createdOn", HandRules.isoDate(in.getElementText()));
                case "Segment" -> segmented = segment(in.getElementText(), json);
                case "Revenue" -> revenue(in, json);
                case "CreditLimit" ->
                    json.writeNumberProperty("creditLimit", HandRules.germanDecimal(in.getElementText()));
                case "PaymentTerms" ->
                    json.writeNumberProperty("paymentDays", HandRules.paymentDays(in.getElementText()));
                case "EMail" -> json.writeStringProperty("email", lower(in.getElementText()));
                case "Phone" -> json.writeStringProperty("phone", in.getElementText());
                case "Addresses" -> addresses(in, json);
                case "Contacts" -> contacts(in, json);
                default -> in.skipElement();
            }
        }
        if (!segmented) {
            json.writeStringProperty("segment", "standard");
        }
        json.writeEndObject();
    }

    private static boolean segment(String text, JsonGenerator json) {
        if (text.isEmpty()) {
            return false;
        }
        json.writeStringProperty("segment", text);
        return true;
    }

    private static void revenue(XMLStreamReader2 in, JsonGenerator json) throws XMLStreamException {
        json.writeObjectPropertyStart("revenue");
        json.writeStringProperty("currency", in.getAttributeValue("", "currency"));
        json.writeNumberProperty("amount", HandRules.germanDecimal(in.getElementText()));
        json.writeEndObject();
    }

    private static void addresses(XMLStreamReader2 in, JsonGenerator json) throws XMLStreamException {
        while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
            switch (in.getAttributeValue("", "type")) {
                case "BILL" -> billing(in, json);
                case "SHIP" -> shipping(in, json);
                default -> in.skipElement();
            }
        }
    }

    private static void billing(XMLStreamReader2 in, JsonGenerator json) throws XMLStreamException {
        json.writeObjectPropertyStart("billing");
        while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
            switch (in.getLocalName()) {
                case "Street" -> json.writeStringProperty("street", in.getElementText());
                case "Zip" -> json.writeStringProperty("postalCode", in.getElementText());
                case "City" -> json.writeStringProperty("city", in.getElementText());
                case "Country" -> json.writeStringProperty("country", in.getElementText());
                default -> in.skipElement();
            }
        }
        json.writeEndObject();
    }

    private static void shipping(XMLStreamReader2 in, JsonGenerator json) throws XMLStreamException {
        json.writeObjectPropertyStart("shipping");
        while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if (in.getLocalName().equals("City")) {
                json.writeStringProperty("city", in.getElementText());
            } else {
                in.skipElement();
            }
        }
        json.writeEndObject();
    }

    private static void contacts(XMLStreamReader2 in, JsonGenerator json) throws XMLStreamException {
        json.writeArrayPropertyStart("contacts");
        while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
            contact(in, json);
        }
        json.writeEndArray();
    }

    private static void contact(XMLStreamReader2 in, JsonGenerator json) throws XMLStreamException {
        String first = "";
        String last = "";
        json.writeStartObject();
        json.writeStringProperty("role", lower(in.getAttributeValue("", "role")));
        while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
            switch (in.getLocalName()) {
                case "First" -> first = in.getElementText().strip();
                case "Last" -> last = in.getElementText().strip();
                case "EMail" -> json.writeStringProperty("email", lower(in.getElementText()));
                default -> in.skipElement();
            }
        }
        json.writeStringProperty("name", first.isEmpty() ? last : first + " " + last);
        json.writeEndObject();
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
