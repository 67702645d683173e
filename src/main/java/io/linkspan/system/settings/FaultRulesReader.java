package io.linkspan.system.settings;

import io.linkspan.system.settings.SystemSettings.FaultRule;
import io.linkspan.system.settings.SystemSettings.FaultRules;
import io.linkspan.system.settings.SystemsProperties.FaultProperties;
import io.linkspan.system.settings.SystemsProperties.RuleProperties;
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
                rules(written.rules()),
                codes(written.codes()),
                written.code(),
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

    private List<FaultRule> rules(@Nullable List<RuleProperties> written) {
        List<FaultRule> rules = new ArrayList<>();
        for (RuleProperties rule : written == null ? List.<RuleProperties>of() : written) {
            String property = "rules[" + rules.size() + "]";
            FaultClass means = meaning(property + ".means", rule.means() == null ? "" : rule.means());
            if (rule.contains() == null && rule.header() == null && rule.path() == null) {
                check.wrong(property, "says nothing to look for: write contains, header or path");
            }
            if (rule.header() != null && rule.path() != null) {
                check.wrong(property, "'is' can mean header or path, not both: write two rules");
            }
            rules.add(new FaultRule(rule.status(), rule.contains(), rule.header(), rule.path(), rule.is(), means));
        }
        return List.copyOf(rules);
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
