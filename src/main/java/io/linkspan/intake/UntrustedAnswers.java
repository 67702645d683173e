package io.linkspan.intake;

import io.linkspan.system.Fault;
import java.util.Set;

/**
 * Which faults stop a flow until a person resumes it: the source answered, and the answer is not what the flow file says. To
 * ask again would not help, and to take it for a page would lose records. A source that is away, or shows a maintenance page,
 * passes by itself and stops nothing.
 */
final class UntrustedAnswers {
    private static final Set<String> CODES = Set.of(
            "answer-element-missing",
            "answer-status-missing",
            "detail-not-one",
            "paging-stuck",
            "paging-value",
            "bookmark-missing",
            "search-missing");

    private UntrustedAnswers() {}

    static boolean include(Fault fault) {
        return fault instanceof Fault.Misconfigured && CODES.contains(fault.code());
    }
}
