package io.linkspan.system.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The systems as they are written in the configuration, unchecked; {@link SettingsReader} checks them.
 *
 * @param systems each system by the name flows call it: small letters, digits and dashes
 */
@ConfigurationProperties("linkspan")
public record SystemsProperties(@Nullable Map<String, SystemProperties> systems) {
    /**
     * One system.
     *
     * @param protocol soap or rest
     * @param url its address
     * @param soapVersion 1.1 (the default) or 1.2
     * @param auth how it knows us; none by default
     * @param tls certificates
     * @param timeouts how long it may take
     * @param correlationHeader the header of the correlation id; X-Correlation-Id by default
     * @param idempotencyHeader the header of the idempotency key, where the system recognises a repeat by it; not set, the
     *     key goes along as Idempotency-Key but nothing is built on it; empty for none
     * @param headers further headers for each call
     * @param connections most connections at once; 16 by default
     * @param values what request templates find under ${system.NAME}
     * @param session a login call whose answer goes as ${session} into each later call
     * @param faults what its errors mean beyond the usual
     * @param limits headers of its own that tell how much more it takes
     * @param quotes refuse (the default), double or backslash: how a quotation mark in a value is written where the query
     *     template puts the value between such marks
     */
    public record SystemProperties(
            @Nullable String protocol,
            @Nullable String url,
            @Nullable String soapVersion,
            @Nullable AuthProperties auth,
            @Nullable TlsProperties tls,
            @Nullable TimeoutProperties timeouts,
            @Nullable String correlationHeader,
            @Nullable String idempotencyHeader,
            @Nullable Map<String, String> headers,
            @Nullable Integer connections,
            @Nullable Map<String, Secret> values,
            @Nullable SessionProperties session,
            @Nullable FaultProperties faults,
            @Nullable LimitProperties limits,
            @Nullable String quotes) {}

    /**
     * How a system knows us.
     *
     * @param kind none, basic, bearer, oauth2, api-key, username-token or username-token-digest
     * @param username for basic and username-token
     * @param password for basic and username-token
     * @param token for bearer
     * @param header for api-key: the header's name
     * @param key for api-key
     * @param tokenUrl for oauth2: where tokens are to be had
     * @param clientId for oauth2
     * @param clientSecret for oauth2
     * @param scopes for oauth2
     * @param clientIn for oauth2: header (the default) or body
     */
    public record AuthProperties(
            @Nullable String kind,
            @Nullable String username,
            @Nullable Secret password,
            @Nullable Secret token,
            @Nullable String header,
            @Nullable Secret key,
            @Nullable String tokenUrl,
            @Nullable String clientId,
            @Nullable Secret clientSecret,
            @Nullable List<String> scopes,
            @Nullable String clientIn) {}

    /**
     * Certificates.
     *
     * @param bundle the name of a bundle under spring.ssl.bundle
     */
    public record TlsProperties(@Nullable String bundle) {}

    /**
     * How long a system may take.
     *
     * @param connect until a connection stands; 5s by default
     * @param call until a call is done (for a page of records: until it begins, and each silence in it); 30s by default
     */
    public record TimeoutProperties(
            @Nullable Duration connect, @Nullable Duration call) {}

    /**
     * A login call.
     *
     * @param request the request's body; ${system.NAME} is filled in
     * @param operation its name; login by default
     * @param soapAction the SOAPAction; the operation's name by default
     * @param token the path of the token in the answer
     */
    public record SessionProperties(
            @Nullable String request,
            @Nullable String operation,
            @Nullable String soapAction,
            @Nullable String token) {}

    /**
     * What errors mean: retriable, limited, refused, not-found, duplicate, done, login or misconfigured.
     *
     * @param statuses by HTTP status
     * @param rules by what else an answer says
     * @param codes by SOAP fault code, a JSON answer's code or an item's status word
     * @param code where a JSON answer tells its code
     * @param message where a JSON answer explains an error
     * @param field where a JSON answer names the field at fault
     */
    public record FaultProperties(
            @Nullable Map<String, String> statuses,
            @Nullable List<RuleProperties> rules,
            @Nullable Map<String, String> codes,
            @Nullable String code,
            @Nullable String message,
            @Nullable String field) {}

    /**
     * Something in an answer and its meaning. Everything written must hold.
     *
     * @param status the HTTP status; every status but 2xx by default
     * @param contains a text somewhere in the answer
     * @param header a header's name
     * @param path a place in a JSON answer
     * @param is the value of header or path; any by default
     * @param means the meaning
     */
    public record RuleProperties(
            @Nullable Integer status,
            @Nullable String contains,
            @Nullable String header,
            @Nullable String path,
            @Nullable String is,
            @Nullable String means) {}

    /**
     * Headers that tell how much more a system takes, beside RateLimit, RateLimit-* and X-RateLimit-*.
     *
     * @param remaining the header that says how many calls are left
     * @param reset the header that says when there will be more: seconds, a date or an epoch time
     * @param rest how long to rest where nothing is left and nothing says how long; 1s by default
     */
    public record LimitProperties(
            @Nullable String remaining,
            @Nullable String reset,
            @Nullable Duration rest) {}
}
