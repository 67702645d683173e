package io.linkspan.system.call;

import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.settings.Auth;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** A bearer token by OAuth 2.0 client credentials, kept until it runs out or is refused. */
final class TokenCredentials implements Credentials {
    /** Renewed so long before its end: what Spring Security's own provider takes, too. */
    private static final Duration EARLY = Duration.ofSeconds(60);

    private final String system;
    private final Gate gate;
    private final Classifier classifier;
    private final OAuth2AuthorizedClientService tokens;
    private final AuthorizedClientServiceOAuth2AuthorizedClientManager manager;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();

    TokenCredentials(
            String system,
            Auth.ClientCredentials oauth,
            ClientHttpRequestFactory requests,
            Gate gate,
            Classifier classifier,
            Clock clock) {
        this.system = system;
        this.gate = gate;
        this.classifier = classifier;
        InMemoryClientRegistrationRepository registrations =
                new InMemoryClientRegistrationRepository(registration(system, oauth));
        this.tokens = new InMemoryOAuth2AuthorizedClientService(registrations);
        this.manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, tokens);
        this.clock = clock;
        manager.setAuthorizedClientProvider(provider(requests, clock));
    }

    private static ClientRegistration registration(String system, Auth.ClientCredentials oauth) {
        return ClientRegistration.withRegistrationId(system)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientAuthenticationMethod(
                        oauth.inBody()
                                ? ClientAuthenticationMethod.CLIENT_SECRET_POST
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .tokenUri(oauth.tokenUrl().toString())
                .clientId(oauth.clientId())
                .clientSecret(oauth.clientSecret().reveal())
                .scope(oauth.scopes())
                .build();
    }

    private static ClientCredentialsOAuth2AuthorizedClientProvider provider(
            ClientHttpRequestFactory requests, Clock clock) {
        RestClientClientCredentialsTokenResponseClient endpoint = new RestClientClientCredentialsTokenResponseClient();
        endpoint.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        ClientCredentialsOAuth2AuthorizedClientProvider provider =
                new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(endpoint);
        provider.setClock(clock);
        return provider;
    }

    @Override
    public Map<String, String> current() throws FaultException {
        fetching.lock();
        try {
            OAuth2AuthorizedClient kept = tokens.loadAuthorizedClient(system, system);
            OAuth2AuthorizedClient fresh = kept == null || ranOut(kept) ? fetch() : kept;
            return headers(fresh);
        } finally {
            fetching.unlock();
        }
    }

    @Override
    public boolean renew(Map<String, String> stale) {
        fetching.lock();
        try {
            OAuth2AuthorizedClient kept = tokens.loadAuthorizedClient(system, system);
            if (kept != null && headers(kept).equals(stale)) {
                tokens.removeAuthorizedClient(system, system);
            }
            return true;
        } finally {
            fetching.unlock();
        }
    }

    private boolean ranOut(OAuth2AuthorizedClient kept) {
        Instant end = kept.getAccessToken().getExpiresAt();
        return end != null && end.isBefore(clock.instant().plus(EARLY));
    }

    private OAuth2AuthorizedClient fetch() throws FaultException {
        return gate.pass("token", CallKind.READ, this::authorize);
    }

    private OAuth2AuthorizedClient authorize(Exchange exchange) throws IOException, FaultException {
        OAuth2AuthorizeRequest request = OAuth2AuthorizeRequest.withClientRegistrationId(system)
                .principal(system)
                .build();
        try {
            OAuth2AuthorizedClient client = manager.authorize(request);
            if (client == null) {
                throw new FaultException(new Fault.Misconfigured("oauth2", "the token endpoint gave no token"));
            }
            return client;
        } catch (OAuth2AuthorizationException refused) {
            throw fault(refused, exchange);
        }
    }

    private FaultException fault(OAuth2AuthorizationException refused, Exchange exchange) throws IOException {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException broken && exchange.status() == 0) {
                throw broken;
            }
        }
        int status = exchange.status();
        String said = "no token: " + refused.getError().getErrorCode() + description(refused);
        if (status == 429 || status >= 500) {
            Told told = Told.fault(status, List.of(), said);
            return new FaultException(classifier.fault(told, CallKind.READ, false, exchange::header), refused);
        }
        return new FaultException(new Fault.Misconfigured("oauth2", classifier.show(said)), refused);
    }

    private static String description(OAuth2AuthorizationException refused) {
        String description = refused.getError().getDescription();
        return description == null ? "" : " (" + description + ")";
    }

    private static Map<String, String> headers(OAuth2AuthorizedClient client) {
        return Map.of(
                HttpHeaders.AUTHORIZATION, "Bearer " + client.getAccessToken().getTokenValue());
    }
}
