package io.linkspan.admin.letters;

import io.linkspan.ops.alert.Alert;
import io.linkspan.ops.alert.Alerts;
import io.linkspan.ops.alert.NotTold;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/alerts}. */
@RestController
class AlertsController {
    private static final String ARRIVED = "sent";

    private final Alerts alerts;
    private final Clock clock;

    AlertsController(Alerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    /** What became of a test message on each channel that is configured: {@code sent}, or why not. */
    @PostMapping("/api/v1/alerts/test")
    Map<String, Map<String, String>> test() {
        Map<String, String> channels = new TreeMap<>();
        alerts.channels().forEach(channel -> channels.put(channel, sent(channel)));
        return Map.of("channels", channels);
    }

    private String sent(String channel) {
        try {
            alerts.tell(channel, new Alert(Alert.Kind.TEST, "test", "linkspan", "TEST", "a test", 0, clock.instant()));
            return ARRIVED;
        } catch (NotTold failed) {
            return String.valueOf(failed.getMessage());
        }
    }
}
