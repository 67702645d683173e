package io.linkspan.ops.alert;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Slack's incoming webhooks: a text in which three characters are written as entities. */
record SlackChannel(AlertSettings.Slack settings) implements Channel {
    @Override
    public String name() {
        return "slack";
    }

    @Override
    public Letter write(Alert alert) {
        String text = alert.line().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String sign =
                switch (alert.kind()) {
                    case TRIGGER, UPDATE -> ":rotating_light: ";
                    case RESOLVE -> ":white_check_mark: ";
                    case TEST -> ":wave: ";
                };
        String body =
                JsonMapper.shared().createObjectNode().put("text", sign + text).toString();
        return new Letter(settings.url(), body, Map.of());
    }
}
