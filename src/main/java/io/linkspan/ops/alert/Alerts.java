package io.linkspan.ops.alert;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The channels that are configured, each behind a time-out and a breaker. Repeats nothing by itself. Counts {@code
 * linkspan.alerts} by channel and by whether the message was sent or failed.
 */
public final class Alerts {
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(5)
            .minimumNumberOfCalls(5)
            .waitDurationInOpenState(Duration.ofSeconds(30))
            .build();

    private final Map<String, Channel> channels = new TreeMap<>();
    private final Map<String, CircuitBreaker> breakers = new HashMap<>();
    private final MeterRegistry registry;
    private final Duration timeout;
    private final Duration window;

    private Alerts(AlertSettings settings, List<Channel> configured, MeterRegistry registry) {
        this.registry = registry;
        this.timeout = settings.timeout();
        this.window = settings.window();
        for (Channel channel : configured) {
            channels.put(channel.name(), channel);
            // Registered with zero, so that an alerting rule sees the first failure as a change.
            registry.counter("linkspan.alerts", "channel", channel.name(), "result", "failed");
            breakers.put(channel.name(), CircuitBreaker.of("alerts-" + channel.name(), BREAKER));
        }
    }

    /** Those the settings name. */
    public static Alerts of(AlertSettings settings, InstantSource clock, MeterRegistry registry) {
        List<Channel> channels = new ArrayList<>();
        if (settings.slack() != null) {
            channels.add(new SlackChannel(settings.slack()));
        }
        if (settings.pagerduty() != null) {
            channels.add(new PagerDutyChannel(settings.pagerduty()));
        }
        if (settings.webhook() != null) {
            channels.add(new WebhookChannel(settings.webhook(), clock));
        }
        return new Alerts(settings, channels, registry);
    }

    /** The names of the channels. */
    public List<String> channels() {
        return List.copyOf(channels.keySet());
    }

    /** How long nothing more is said after a message about a group. */
    public Duration window() {
        return window;
    }

    /**
     * Sends one message; returns when the other side has taken it.
     *
     * @throws NotTold when it has not
     */
    public void tell(String name, Alert alert) throws NotTold {
        Channel channel = channels.get(name);
        CircuitBreaker breaker = breakers.get(name);
        if (channel == null || breaker == null) {
            throw new NotTold("there is no channel '" + name + "'");
        }
        if (!breaker.tryAcquirePermission()) {
            count(name, "failed");
            throw new NotTold("the breaker is open: it did not answer well lately");
        }
        long began = System.nanoTime();
        try {
            post(channel.write(alert));
            breaker.onSuccess(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            count(name, "sent");
        } catch (NotTold failed) {
            breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, failed);
            count(name, "failed");
            throw failed;
        }
    }

    private void count(String channel, String result) {
        registry.counter("linkspan.alerts", "channel", channel, "result", result)
                .increment();
    }

    private void post(Channel.Letter letter) throws NotTold {
        HttpRequest.Builder request = HttpRequest.newBuilder(letter.to())
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(letter.body()));
        letter.headers().forEach(request::header);
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(timeout).build()) {
            int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                throw new NotTold("it answered with status " + status);
            }
        } catch (IOException away) {
            throw new NotTold("it does not answer (" + away.getClass().getSimpleName() + ")");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotTold("interrupted");
        }
    }
}
