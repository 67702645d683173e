package io.linkspan.ops.alert;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of dead letters: {@code linkspan.alerts} in the configuration. Nobody, where no channel is configured.
 *
 * @param window so long nothing more is said of a group after a message about it; the first is sent at once
 * @param timeout most time one message may take
 * @param slack an incoming webhook of Slack
 * @param pagerduty a service of PagerDuty with an integration of the Events API v2
 * @param webhook any address that takes JSON
 */
@ConfigurationProperties("linkspan.alerts")
public record AlertSettings(
        @DefaultValue("15m") Duration window,
        @DefaultValue("10s") Duration timeout,
        @Nullable Slack slack,
        @Nullable PagerDuty pagerduty,
        @Nullable Webhook webhook) {
    /** Refuses what would send without end. */
    public AlertSettings {
        if (window.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("linkspan.alerts.window must be 1s or more, not " + window);
        }
    }

    /**
     * Slack.
     *
     * @param url of the incoming webhook; it is a secret
     */
    public record Slack(URI url) {
        @Override
        public String toString() {
            return "Slack[" + url.getHost() + "]";
        }
    }

    /**
     * PagerDuty.
     *
     * @param routingKey the integration key
     * @param url where events are sent
     */
    public record PagerDuty(
            String routingKey,

            @DefaultValue("https://events.pagerduty.com/v2/enqueue")
            URI url) {
        @Override
        public String toString() {
            return "PagerDuty[" + url.getHost() + "]";
        }
    }

    /**
     * A webhook, signed in the manner of Standard Webhooks where a secret is given.
     *
     * @param secret {@code whsec_} and 24 to 64 random bytes in Base64
     */
    public record Webhook(URI url, @Nullable String secret) {
        private static final String PREFIX = "whsec_";

        /** Refuses a secret that is none. */
        public Webhook {
            if (secret != null && !isKey(secret)) {
                throw new IllegalArgumentException(
                        "linkspan.alerts.webhook.secret must be 'whsec_' and at least 24 bytes in Base64:"
                                + " make the bytes with 'openssl rand -base64 32'");
            }
        }

        private static boolean isKey(String secret) {
            try {
                return secret.startsWith(PREFIX) && bytes(secret).length >= 24;
            } catch (IllegalArgumentException notBase64) {
                return false;
            }
        }

        static byte[] bytes(String secret) {
            return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        }

        @Override
        public String toString() {
            return "Webhook[" + url.getHost() + "]";
        }
    }
}
