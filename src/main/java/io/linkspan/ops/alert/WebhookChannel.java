package io.linkspan.ops.alert;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON to any address. Id, time and signature stand in the headers Standard Webhooks names; the id is the same for the same
 * message sent again, so that a receiver may drop the second.
 */
record WebhookChannel(AlertSettings.Webhook settings, InstantSource clock) implements Channel {
    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Letter write(Alert alert) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("type", "dead-letters." + alert.kind().name().toLowerCase(Locale.ROOT));
        body.put("timestamp", alert.at().toString());
        body.putObject("data")
                .put("group", alert.key())
                .put("flow", alert.flow())
                .put("reason", alert.reason())
                .put("summary", alert.summary())
                .put("letters", alert.letters());
        return new Letter(settings.url(), body.toString(), headers(id(alert), body.toString()));
    }

    private static String id(Alert alert) {
        String identity = alert.key() + alert.kind() + alert.at() + alert.letters();
        return "msg_" + UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> headers(String id, String body) {
        long seconds = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(seconds));
        String secret = settings.secret();
        if (secret != null) {
            headers.put("webhook-signature", "v1," + signature(secret, id + "." + seconds + "." + body));
        }
        return headers;
    }

    private static String signature(String secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(AlertSettings.Webhook.bytes(secret), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has HmacSHA256", impossible);
        }
    }
}
