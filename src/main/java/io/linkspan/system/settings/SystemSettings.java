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
 * @param limits headers of its own that tell how much more it takes
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
        Quotes quotes,
        Limits limits) {

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
     * @param keysKnown whether the configuration names that header, which says that the system does recognise a repeat by
     *     it; the usual header goes along unasked, but nothing is built on it
     * @param fixed further headers
     */
    public record Headers(
            String correlation, @Nullable String idempotency, boolean keysKnown, Map<String, String> fixed) {}

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
     * @param rules by what else an answer says; the first that fits counts, before everything else
     * @param codes by a SOAP fault's code, a JSON answer's code, or an item's status word in a batch answer
     * @param code where a JSON answer tells its code, or null for the usual places
     * @param message where a JSON answer explains an error, or null for the usual places
     * @param field where a JSON answer names the field at fault, or null for the usual places
     */
    public record FaultRules(
            Map<Integer, FaultClass> statuses,
            List<FaultRule> rules,
            Map<String, FaultClass> codes,
            @Nullable String code,
            @Nullable String message,
            @Nullable String field) {
        /** Nothing beyond the usual. */
        public static final FaultRules NONE = new FaultRules(Map.of(), List.of(), Map.of(), null, null, null);
    }

    /**
     * Something in an answer that tells what it means. Everything that is not null must hold.
     *
     * @param status the HTTP status, or null for every status but 2xx: a good answer is looked into only where a rule says so
     * @param contains a text somewhere in the answer
     * @param header a header, which must have the value {@code is}
     * @param path a place in a JSON answer, which must have the value {@code is}
     * @param is the value; null for any
     * @param means the meaning
     */
    public record FaultRule(
            @Nullable Integer status,
            @Nullable String contains,
            @Nullable String header,
            @Nullable String path,
            @Nullable String is,
            FaultClass means) {}

    /**
     * Headers that tell how much more a system takes, beside the usual ones.
     *
     * @param remaining the header that says how many calls are left, or null
     * @param reset the header that says when there will be more: seconds, a date or an epoch time; or null
     * @param rest how long to rest where nothing is left and nothing says how long
     */
    public record Limits(
            @Nullable String remaining, @Nullable String reset, Duration rest) {
        /** The usual headers only. */
        public static final Limits USUAL = new Limits(null, null, Duration.ofSeconds(1));
    }

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
