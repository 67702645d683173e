package io.linkspan.system.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One system, checked.
 *
 * @param name what flows call it
 * @param protocol what it speaks
 * @param url its address, absolute
 * @param auth how it knows us
 * @param tlsBundle the Spring SSL bundle with our certificate or its authority, or null for the JVM's own
 * @param timeouts how long it may take
 * @param headers what goes with each call
 * @param connections most connections at once
 * @param values what request templates find under {@code ${system.NAME}}
 * @param session a call whose answer goes into each later one, or null
 * @param faults what its errors mean beyond the usual
 * @param quotes what is done with a quotation mark in a value that stands between such in a query
 */
public record SystemSettings(
        String name,
        Protocol protocol,
        URI url,
        Auth auth,
        @Nullable String tlsBundle,
        Timeouts timeouts,
        Headers headers,
        int connections,
        Map<String, Secret> values,
        @Nullable Session session,
        FaultRules faults,
        Quotes quotes) {

    /** What a system speaks. */
    public enum Protocol {
        /** SOAP 1.1 over HTTP. */
        SOAP_11,
        /** SOAP 1.2 over HTTP. */
        SOAP_12,
        /** JSON over HTTP. */
        REST;

        /** Whether it is SOAP of any version. */
        public boolean soap() {
            return this != REST;
        }
    }

    /**
     * How long it may take.
     *
     * @param connect until a connection stands, TLS included
     * @param call until a call is done; for a page of records, until it begins and for each silence in it
     */
    public record Timeouts(Duration connect, Duration call) {}

    /**
     * What goes with each call.
     *
     * @param correlation the header of the correlation id
     * @param idempotency the header of the idempotency key, or null where the system knows none
     * @param fixed further headers
     */
    public record Headers(String correlation, @Nullable String idempotency, Map<String, String> fixed) {}

    /**
     * A login call.
     *
     * @param request the request's body as a template
     * @param operation its name, for metrics
     * @param soapAction as in a pull: null for the operation's name
     * @param token the path of the token in the answer
     */
    public record Session(
            String request, String operation, @Nullable String soapAction, String token) {}

    /**
     * What errors mean beyond the usual.
     *
     * @param statuses by HTTP status
     * @param bodies by a text in the answer; the first that fits counts, before everything else
     * @param codes by a SOAP fault's code, or an item's status word in a batch answer
     * @param message where a JSON answer explains an error, or null for the usual places
     * @param field where a JSON answer names the field at fault, or null for the usual places
     */
    public record FaultRules(
            Map<Integer, FaultClass> statuses,
            List<BodyRule> bodies,
            Map<String, FaultClass> codes,
            @Nullable String message,
            @Nullable String field) {
        /** Nothing beyond the usual. */
        public static final FaultRules NONE = new FaultRules(Map.of(), List.of(), Map.of(), null, null);
    }

    /**
     * A text in an answer that tells what an error means.
     *
     * @param contains the text
     * @param status the HTTP status it goes with, or null for any
     * @param means the meaning
     */
    public record BodyRule(String contains, @Nullable Integer status, FaultClass means) {}

    /** How a quotation mark in a value is written where the query's template puts the value between such marks. */
    public enum Quotes {
        /** Not at all: the record is refused, because nobody knows what the target would make of it. */
        REFUSE,
        /** Twice, as in OData and SQL. */
        DOUBLE,
        /** With a backslash before it, as in SOQL. */
        BACKSLASH
    }
}
