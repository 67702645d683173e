package io.linkspan.system.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a SOAP fault of either version; names go by local name because servers are careless with the rest. */
final class SoapFaults {
    private static final String CODE_11 = "Fault/faultcode";
    private static final String REASON_11 = "Fault/faultstring";
    private static final String CODE_12 = "Fault/Code/Value";
    private static final String SUBCODE_12 = "Fault/Code/Subcode/Value";
    private static final String REASON_12 = "Fault/Reason/Text";

    /** Where vendors put the code that tells more than Server or Client. */
    private static final List<String> OWN_CODES = List.of(
            "Fault/detail/*/code",
            "Fault/detail/*/exceptionCode",
            "Fault/detail/*/errorCode",
            "Fault/Detail/*/code",
            "Fault/Detail/*/exceptionCode",
            "Fault/Detail/*/errorCode");

    private static final AnswerShape SHAPE = AnswerShape.ofValues(
            Stream.concat(Stream.of(CODE_11, REASON_11, CODE_12, SUBCODE_12, REASON_12), OWN_CODES.stream())
                    .toList());
    private static final PathTree PATHS = PathTree.of(SHAPE);

    private SoapFaults() {}

    /** Reads the fault element the reader stands on. */
    static ScannedAnswer.SoapFault read(XMLStreamReader in) throws XMLStreamException, UnreadableAnswer {
        Findings findings = new Findings(record -> {});
        RecordCopy nothing = new RecordCopy(new PathTree(), 1);
        new XmlWalk(findings, SHAPE, nothing, new Keeping(SHAPE), false)
                .walk(in, PathTree.step(List.of(PATHS), "Fault"));
        Map<String, String> told = findings.answer().values();
        List<String> codes = new ArrayList<>();
        addCodes(codes, told.getOrDefault(CODE_11, told.getOrDefault(CODE_12, "")));
        addCodes(codes, told.getOrDefault(SUBCODE_12, ""));
        OWN_CODES.forEach(path -> addCodes(codes, told.getOrDefault(path, "")));
        String reason = told.getOrDefault(REASON_11, told.getOrDefault(REASON_12, ""));
        return new ScannedAnswer.SoapFault(codes, reason.strip());
    }

    /** {@code soap:Server.Busy} is {@code Server}, and more precisely {@code Server.Busy}. */
    private static void addCodes(List<String> codes, String written) {
        String name = written.strip();
        name = name.substring(name.lastIndexOf(':') + 1);
        int dot = name.indexOf('.');
        if (dot > 0) {
            codes.add(name.substring(0, dot));
        }
        if (!name.isEmpty()) {
            codes.add(name);
        }
    }
}
