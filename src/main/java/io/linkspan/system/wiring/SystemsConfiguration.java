package io.linkspan.system.wiring;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.linkspan.system.Source;
import io.linkspan.system.Systems;
import io.linkspan.system.Target;
import io.linkspan.system.call.Classifier;
import io.linkspan.system.call.Credentials;
import io.linkspan.system.call.CredentialsSource;
import io.linkspan.system.call.Deadlines;
import io.linkspan.system.call.Gate;
import io.linkspan.system.call.Gates;
import io.linkspan.system.call.HttpClients;
import io.linkspan.system.rest.RestTarget;
import io.linkspan.system.settings.SettingsReader;
import io.linkspan.system.settings.SystemSettings;
import io.linkspan.system.settings.SystemsProperties;
import io.linkspan.system.soap.SoapSource;
import io.linkspan.system.wiring.ConfiguredSystems.OneSystem;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Makes the systems of the configuration; a mistake in it stops the start with everything that is wrong. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SystemsProperties.class)
public class SystemsConfiguration {
    @Bean
    Deadlines deadlines() {
        return new Deadlines();
    }

    @Bean
    Gates gates(
            CircuitBreakerRegistry breakers,
            RateLimiterRegistry rates,
            BulkheadRegistry bulkheads,
            TimeLimiterRegistry times,
            Deadlines deadlines,
            MeterRegistry meters,
            ObjectProvider<Clock> clock) {
        return new Gates(breakers, rates, bulkheads, times, deadlines, meters, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    Systems systems(SystemsProperties properties, SslBundles bundles, Gates gates, ObjectProvider<Clock> clock) {
        HttpClients clients = new HttpClients(bundles);
        CopyOnWriteArrayList<Systems.Watcher> watchers = new CopyOnWriteArrayList<>();
        Map<String, OneSystem> systems = new HashMap<>();
        SettingsReader.read(properties).forEach((name, settings) -> {
            Gate gate = gates.open(settings, watchers);
            systems.put(name, system(settings, clients.open(settings), gate, clock.getIfAvailable(Clock::systemUTC)));
        });
        return new ConfiguredSystems(systems, watchers);
    }

    private static OneSystem system(SystemSettings settings, CloseableHttpClient http, Gate gate, Clock clock) {
        HttpComponentsClientHttpRequestFactory requests = new HttpComponentsClientHttpRequestFactory(http);
        Classifier classifier = new Classifier(settings, clock);
        Credentials credentials = CredentialsSource.of(settings, requests, gate, classifier, clock);
        Source source = settings.protocol().soap()
                ? new SoapSource(settings, http, gate, credentials, classifier, clock)
                : null;
        RestClient client = RestClient.builder().requestFactory(requests).build();
        Target target =
                settings.protocol().soap() ? null : new RestTarget(settings, client, gate, credentials, classifier);
        return new OneSystem(gate, http, source, target);
    }
}
