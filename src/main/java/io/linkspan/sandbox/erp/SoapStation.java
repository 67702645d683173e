package io.linkspan.sandbox.erp;

import io.linkspan.sandbox.fault.FaultKind;
import io.linkspan.sandbox.fault.FaultRule;
import io.linkspan.sandbox.fault.Station;
import io.linkspan.sandbox.http.Answer;
import io.linkspan.sandbox.http.Body;
import io.linkspan.sandbox.http.Request;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The ERP's SOAP endpoint. */
final class SoapStation implements Station {
    static final String PATH = "/erp/soap";

    private static final String NAMESPACES =
            " xmlns=\"urn:erp:v1\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">";

    private final Doorman doorman;
    private final Operations operations;
    private final Wsdl wsdl;
    private final ErpControl control;

    SoapStation(Doorman doorman, Operations operations, Wsdl wsdl, ErpControl control) {
        this.doorman = doorman;
        this.operations = operations;
        this.wsdl = wsdl;
        this.control = control;
    }

    @Override
    public String name(Request request) {
        if (!request.method().equals("POST")) {
            return request.method() + " " + request.path();
        }
        try {
            return SoapCall.of(request.body()).operation();
        } catch (XMLStreamException noSoap) {
            return "unreadable";
        }
    }

    @Override
    public Answer control(Request request) {
        return control.answer(request);
    }

    @Override
    public Answer answer(Request request, @Nullable FaultRule rule) {
        FaultKind fault = rule == null ? null : rule.kind();
        if (!request.path().equals(PATH)) {
            return Answer.text(404, "SOAP lives at " + PATH);
        }
        if (request.method().equals("GET") && request.query("wsdl").isPresent()) {
            return Answer.of(200, "text/xml; charset=utf-8", Body.of(wsdl.text(request)));
        }
        if (!request.method().equals("POST")) {
            return Answer.text(405, "SOAP is POSTed").with("Allow", "POST");
        }
        if (doorman.turnsAway(request)) {
            return Answer.text(401, "who are you?").with("WWW-Authenticate", "Basic realm=\"erp\"");
        }
        try {
            return soap(SoapCall.of(request.body()), fault);
        } catch (XMLStreamException noSoap) {
            return fault(SoapVersion.SOAP_11, new SoapFault(SoapFault.Who.CALLER, "" + noSoap.getMessage()), 500);
        }
    }

    private Answer soap(SoapCall call, @Nullable FaultKind fault) {
        try {
            if (!doorman.knows(call)) {
                throw new SoapFault(SoapFault.Who.STRANGER, "the security token could not be authenticated");
            }
            if (fault == FaultKind.SOAP_FAULT || fault == FaultKind.FAULT_IN_200) {
                throw new SoapFault(SoapFault.Who.ERP, "ORA-12519: no appropriate service handler found");
            }
            Operations.Prepared answer = operations.prepare(call);
            return switch (fault) {
                case null -> good(call, "0", answer);
                case BUSINESS_ERROR ->
                    good(call, "17", xml -> xml.element("ReturnText", "Buchungsperiode gesperrt, später wiederholen"));
                case NO_ANSWER_ELEMENT -> good(call, "0", xml -> {});
                default -> good(call, "0", answer);
            };
        } catch (SoapFault told) {
            return fault(call.version(), told, fault == FaultKind.FAULT_IN_200 ? 200 : 500);
        }
    }

    private static Answer good(SoapCall call, String code, Operations.Prepared content) {
        String element = call.operation() + "Response";
        Body body = Body.streamed(out -> {
            XmlOutput xml = new XmlOutput(out);
            xml.raw(call.version().head()).raw("<").raw(element).raw(NAMESPACES);
            xml.element("ReturnCode", code);
            content.writeTo(xml);
            xml.raw("</").raw(element).raw(">").raw(call.version().foot());
            xml.flush();
        });
        return Answer.of(200, call.version().mediaType(), body);
    }

    private static Answer fault(SoapVersion version, SoapFault fault, int status) {
        Body body = Body.streamed(out -> {
            XmlOutput xml = new XmlOutput(out);
            xml.raw(version.head()).raw(version.faultHead(fault.who())).text(fault.text());
            xml.raw(version.faultFoot()).raw(version.foot());
            xml.flush();
        });
        return Answer.of(status, version.mediaType(), body);
    }
}
