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
     * @param idempotencyHeader the header of the idempotency key; Idempotency-Key by default, empty for none
     * @param headers further headers for each call
     * @param connections most connections at once; 16 by default
     * @param values what request templates find under ${system.NAME}
     * @param session a login call whose answer goes as ${session} into each later call
     * @param faults what its errors mean beyond the usual
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
     * What errors mean: retriable, limited, refused, not-found, duplicate, login or misconfigured.
     *
     * @param statuses by HTTP status
     * @param bodies by a text in the answer
     * @param codes by SOAP fault code or an item's status word
     * @param message where a JSON answer explains an error
     * @param field where a JSON answer names the field at fault
     */
    public record FaultProperties(
            @Nullable Map<String, String> statuses,
            @Nullable List<BodyProperties> bodies,
            @Nullable Map<String, String> codes,
            @Nullable String message,
            @Nullable String field) {}

    /**
     * A text in an answer and its meaning.
     *
     * @param contains the text
     * @param status the HTTP status it goes with; any by default
     * @param means the meaning
     */
    public record BodyProperties(
            @Nullable String contains,
            @Nullable Integer status,
            @Nullable String means) {}
}
