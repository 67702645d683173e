package io.linkspan.sandbox.erp;

import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The two versions of SOAP; an answer speaks the version of its request. */
enum SoapVersion {
    SOAP_11("http://schemas.xmlsoap.org/soap/envelope/", "text/xml; charset=utf-8", "Client", "Server"),
    SOAP_12("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml; charset=utf-8", "Sender", "Receiver");

    private final String namespace;
    private final String mediaType;
    private final String client;
    private final String server;

    SoapVersion(String namespace, String mediaType, String client, String server) {
        this.namespace = namespace;
        this.mediaType = mediaType;
        this.client = client;
        this.server = server;
    }

    static SoapVersion of(@Nullable String namespace) throws XMLStreamException {
        for (SoapVersion version : values()) {
            if (version.namespace.equals(namespace)) {
                return version;
            }
        }
        throw new XMLStreamException("no SOAP envelope but one of " + namespace);
    }

    String mediaType() {
        return mediaType;
    }

    /** What stands before the body's element. */
    String head() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soap:Envelope xmlns:soap=\"" + namespace
                + "\"><soap:Body>";
    }

    /** What stands behind the body's element. */
    String foot() {
        return "</soap:Body></soap:Envelope>";
    }

    /** The fault element's content up to the text, which the caller adds, escaped. */
    String faultHead(SoapFault.Who who) {
        String code =
                switch (who) {
                    case CALLER -> "soap:" + client;
                    case ERP -> "soap:" + server;
                    case STRANGER -> "wsse:FailedAuthentication";
                };
        String wsse = " xmlns:wsse=\"http://docs.oasis-open.org/wss/2004/01/"
                + "oasis-200401-wss-wssecurity-secext-1.0.xsd\"";
        return this == SOAP_11
                ? "<soap:Fault" + wsse + "><faultcode>" + code + "</faultcode><faultstring>"
                : "<soap:Fault" + wsse + "><soap:Code><soap:Value>" + code
                        + "</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang=\"en\">";
    }

    /** What stands behind the fault's text. */
    String faultFoot() {
        return this == SOAP_11 ? "</faultstring></soap:Fault>" : "</soap:Text></soap:Reason></soap:Fault>";
    }
}
