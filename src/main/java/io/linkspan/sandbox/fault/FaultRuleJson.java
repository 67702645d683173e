package io.linkspan.sandbox.fault;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules as JSON: {@code {"kind":"no-answer","on":"batch","chance":0.05,"delay":"PT10S"}}, one or a list. */
public final class FaultRuleJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> KNOWN = new TreeSet<>(
            List.of("kind", "on", "chance", "next", "after", "lasting", "delay", "retryAfter", "status", "record"));

    private FaultRuleJson() {}

    /**
     * Reads one rule or a list of rules.
     *
     * @throws IllegalArgumentException saying what is wrong and what may stand there
     */
    public static List<FaultRule> read(String text) {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JacksonException noJson) {
            throw new IllegalArgumentException("no JSON: " + noJson.getOriginalMessage(), noJson);
        }
        return node.isArray() ? node.valueStream().map(FaultRuleJson::rule).toList() : List.of(rule(node));
    }

    private static FaultRule rule(JsonNode node) {
        if (!node.path("kind").isString()) {
            throw new IllegalArgumentException("a rule is an object with a kind");
        }
        node.propertyNames().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("unknown property '" + name + "'; there are " + KNOWN);
                });
        FaultRule plain = FaultRule.of(FaultKind.of(node.path("kind").stringValue()));
        Duration delay = duration(node, "delay");
        Duration after = duration(node, "after");
        return new FaultRule(
                plain.kind(),
                node.path("on").asString(""),
                node.path("chance").asDouble(1),
                node.path("next").asInt(0),
                after == null ? plain.after() : after,
                duration(node, "lasting"),
                delay == null ? plain.delay() : delay,
                duration(node, "retryAfter"),
                node.path("status").asInt(0),
                node.path("record").asString(""));
    }

    private static @Nullable Duration duration(JsonNode node, String name) {
        String text = node.path(name).asString("");
        try {
            return text.isEmpty() ? null : Duration.parse(text);
        } catch (DateTimeException noDuration) {
            throw new IllegalArgumentException(
                    name + " is an ISO 8601 duration like PT2S, not '" + text + "'", noDuration);
        }
    }
}
