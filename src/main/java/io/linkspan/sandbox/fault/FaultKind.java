package io.linkspan.sandbox.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A way in which a call goes wrong. "Applies" means that the call does its work before the answer is spoilt. */
public enum FaultKind {
    /** 503, nothing applied; with {@code Retry-After} where the rule names one. */
    UNAVAILABLE,
    /** 500 (or the rule's status), nothing applied. */
    ERROR,
    /** 429 with {@code Retry-After} (a second where the rule names none), nothing applied. */
    LIMITED,
    /** The connection is reset, nothing applied. */
    RESET_BEFORE,
    /** Applies, then the connection is reset without an answer. */
    RESET_AFTER,
    /** Applies, then says nothing for the rule's delay and closes the connection. */
    NO_ANSWER,
    /** Applies at once, answers after the rule's delay. */
    LATE_ANSWER,
    /** Applies, then half of the answer and a reset. */
    HALF_ANSWER,
    /** Applies, then half of the answer and a polite end. */
    CUT_ANSWER,
    /** Waits for the rule's delay, then applies and answers, even where the caller has hung up meanwhile. */
    SLOW,
    /** Applies; the answer is called UTF-8 and holds ISO-8859-1 bytes. */
    WRONG_ENCODING,
    /** A proxy's HTML page with status 200 (or the rule's), nothing applied. */
    GARBLED,
    /** CRM: takes the call's idempotency keys, works for the rule's delay, then applies and answers. */
    HELD,
    /** CRM: a batch that holds a refused record is refused as a whole, and nobody says for which. */
    WHOLE_BATCH,
    /** CRM: the record named by the rule is refused with 422. */
    REFUSED_RECORD,
    /** ERP: a SOAP fault of the server's making, status 500. */
    SOAP_FAULT,
    /** ERP: the same fault with status 200. */
    FAULT_IN_200,
    /** ERP: a good answer that carries a return code other than 0 instead of data. */
    BUSINESS_ERROR,
    /** ERP: a good answer that lacks the element everybody waits for. */
    NO_ANSWER_ELEMENT;

    /** The name in JSON and on the command line: {@code no-answer}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of this name.
     *
     * @throws IllegalArgumentException naming all kinds, where there is none
     */
    public static FaultKind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown kind '" + text + "'; there are "
                        + Arrays.stream(values()).map(FaultKind::text).collect(Collectors.joining(", "))));
    }
}
