package io.linkspan.ops.alert;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** PagerDuty's Events API v2: what has the same {@code dedup_key} is one incident, which a resolve event ends. */
record PagerDutyChannel(AlertSettings.PagerDuty settings) implements Channel {
    private static final int LONGEST_SUMMARY = 1024;

    @Override
    public String name() {
        return "pagerduty";
    }

    @Override
    public Letter write(Alert alert) {
        ObjectNode event = JsonMapper.shared().createObjectNode();
        event.put("routing_key", settings.routingKey());
        event.put("event_action", alert.kind() == Alert.Kind.RESOLVE ? "resolve" : "trigger");
        event.put("dedup_key", "linkspan-" + alert.key());
        String line = alert.line();
        ObjectNode payload = event.putObject("payload");
        payload.put("summary", line.length() > LONGEST_SUMMARY ? line.substring(0, LONGEST_SUMMARY) : line);
        payload.put("source", "linkspan");
        payload.put("severity", alert.kind() == Alert.Kind.TEST ? "info" : "error");
        payload.put("timestamp", alert.at().toString());
        payload.put("component", alert.flow());
        payload.put("class", alert.reason());
        payload.putObject("custom_details").put("letters", alert.letters());
        return new Letter(settings.url(), event.toString(), Map.of());
    }
}
