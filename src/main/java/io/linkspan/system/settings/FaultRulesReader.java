package io.linkspan.system.settings;

import io.linkspan.system.settings.SystemSettings.BodyRule;
import io.linkspan.system.settings.SystemSettings.FaultRules;
import io.linkspan.system.settings.SystemsProperties.BodyProperties;
import io.linkspan.system.settings.SystemsProperties.FaultProperties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a system's errors mean. */
final class FaultRulesReader {
    private final PropertyCheck check;

    FaultRulesReader(PropertyCheck check) {
        this.check = check;
    }

    FaultRules read(@Nullable FaultProperties written) {
        if (written == null) {
            return FaultRules.NONE;
        }
        return new FaultRules(
                statuses(written.statuses()),
                bodies(written.bodies()),
                codes(written.codes()),
                written.message(),
                written.field());
    }

    private Map<Integer, FaultClass> statuses(@Nullable Map<String, String> written) {
        Map<Integer, FaultClass> statuses = new HashMap<>();
        for (Map.Entry<String, String> entry : (written == null ? Map.<String, String>of() : written).entrySet()) {
            String property = "statuses." + entry.getKey();
            if (entry.getKey().matches("[1-5]\\d\\d")) {
                statuses.put(Integer.valueOf(entry.getKey()), meaning(property, entry.getValue()));
            } else {
                check.wrong(property, "'" + entry.getKey() + "' is no HTTP status; write three digits, such as 409");
            }
        }
        return Map.copyOf(statuses);
    }

    private List<BodyRule> bodies(@Nullable List<BodyProperties> written) {
        List<BodyRule> bodies = new ArrayList<>();
        for (BodyProperties body : written == null ? List.<BodyProperties>of() : written) {
            String property = "bodies[" + bodies.size() + "]";
            String contains = check.given(property + ".contains", body.contains());
            String means = body.means() == null ? "" : body.means();
            bodies.add(new BodyRule(contains, body.status(), meaning(property + ".means", means)));
        }
        return List.copyOf(bodies);
    }

    private Map<String, FaultClass> codes(@Nullable Map<String, String> written) {
        Map<String, FaultClass> codes = new HashMap<>();
        if (written != null) {
            written.forEach((code, means) -> codes.put(code, meaning("codes." + code, means)));
        }
        return Map.copyOf(codes);
    }

    private FaultClass meaning(String property, String word) {
        return FaultClass.of(word).orElseGet(() -> {
            check.wrong(property, "'" + word + "' is no meaning; one of: " + String.join(", ", FaultClass.words()));
            return FaultClass.REFUSED;
        });
    }
}
