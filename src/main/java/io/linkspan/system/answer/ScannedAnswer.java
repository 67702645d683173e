package io.linkspan.system.answer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document held besides its records.
 *
 * @param records how many records were handed on; an element that says {@code xsi:nil} is none
 * @param values the value of each path that was found, by the path as it stands in the shape
 * @param expected whether the expected element was there
 * @param fault the SOAP fault, or null
 */
public record ScannedAnswer(
        long records,
        Map<String, String> values,
        boolean expected,
        @Nullable SoapFault fault) {
    /** Keeps the values safe from changes. */
    public ScannedAnswer {
        values = Map.copyOf(values);
    }

    /**
     * A fault by SOAP 1.1, section 4.4, or SOAP 1.2, section 5.4.
     *
     * @param codes the codes' local parts, from the general to the most specific: {@code Server}, {@code Server.Busy}, or
     *     {@code Receiver} and its subcode; empty where the fault names none
     * @param reason what it says to people; may be empty
     */
    public record SoapFault(List<String> codes, String reason) {
        /** Keeps the codes safe from changes. */
        public SoapFault {
            codes = List.copyOf(codes);
        }
    }
}
