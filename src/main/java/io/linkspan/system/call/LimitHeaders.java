package io.linkspan.system.call;

import io.linkspan.system.settings.SystemSettings.Limits;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of any answer say of a limit: {@code RateLimit} and {@code RateLimit-Policy} by the IETF draft
 * (draft-ietf-httpapi-ratelimit-headers) in its present form and its former ones, {@code X-RateLimit-*}, and whatever else
 * the configuration names. Of several limits the one that lasts longest counts.
 */
final class LimitHeaders {
    private static final List<String> PREFIXES = List.of("RateLimit-", "X-RateLimit-", "X-Rate-Limit-");

    private final Limits named;

    LimitHeaders(Limits named) {
        this.named = named;
    }

    /** How long until more may be asked, where nothing is left now. */
    Optional<Duration> usedUp(
            Function<String, Optional<String>> headers, Function<String, Optional<Duration>> duration) {
        return Stream.of(byName(headers, duration), byDraft(headers), byPrefix(headers, duration))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** When a limit begins anew, whatever is left of it. */
    Optional<String> reset(Function<String, Optional<String>> headers) {
        return PREFIXES.stream()
                .flatMap(prefix -> headers.apply(prefix + "Reset").stream())
                .findFirst();
    }

    private Optional<Duration> byName(
            Function<String, Optional<String>> headers, Function<String, Optional<Duration>> duration) {
        if (named.remaining() == null || !none(headers.apply(named.remaining()))) {
            return Optional.empty();
        }
        Optional<Duration> told = named.reset() == null
                ? Optional.empty()
                : headers.apply(named.reset()).flatMap(duration);
        return told.or(() -> Optional.of(named.rest()));
    }

    private static Optional<Duration> byPrefix(
            Function<String, Optional<String>> headers, Function<String, Optional<Duration>> duration) {
        return PREFIXES.stream()
                .filter(prefix -> none(headers.apply(prefix + "Remaining")))
                .flatMap(prefix -> headers.apply(prefix + "Reset").flatMap(duration).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Duration> byDraft(Function<String, Optional<String>> headers) {
        Map<String, Map<String, String>> policies =
                items(headers.apply("RateLimit-Policy").orElse(""));
        Map<String, Map<String, String>> limits =
                items(headers.apply("RateLimit").orElse(""));
        return Stream.concat(
                        limits.entrySet().stream()
                                .filter(limit -> none(
                                        Optional.ofNullable(limit.getValue().get("r"))))
                                .flatMap(limit ->
                                        wait(limit.getValue().get("t"), policies.get(limit.getKey())).stream()),
                        former(limits).stream())
                .max(Comparator.naturalOrder());
    }

    /** {@code t} is how long until then; without it, the policy's window is the longest it can be. */
    private static Optional<Duration> wait(@Nullable String until, @Nullable Map<String, String> policy) {
        return seconds(until).or(() -> policy == null ? Optional.empty() : seconds(policy.get("w")));
    }

    /** The draft's seventh version wrote {@code limit=100, remaining=0, reset=7}. */
    private static Optional<Duration> former(Map<String, Map<String, String>> items) {
        Map<String, String> said = new HashMap<>();
        items.keySet().forEach(item -> put(said, item));
        return none(Optional.ofNullable(said.get("remaining"))) ? seconds(said.get("reset")) : Optional.empty();
    }

    /** The items of a list with their parameters: {@code "burst";r=0;t=7, "day";r=900;t=3600}. */
    private static Map<String, Map<String, String>> items(String list) {
        Map<String, Map<String, String>> items = new HashMap<>();
        for (String item : list.split(",", -1)) {
            List<String> parts =
                    Stream.of(item.split(";", -1)).map(String::strip).toList();
            Map<String, String> parameters = new HashMap<>();
            parts.stream().skip(1).forEach(part -> put(parameters, part));
            items.put(parts.getFirst().toLowerCase(Locale.ROOT), parameters);
        }
        return items;
    }

    private static void put(Map<String, String> into, String pair) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
            into.put(
                    pair.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                    pair.substring(equals + 1).strip());
        }
    }

    private static boolean none(Optional<String> remaining) {
        return remaining
                .map(String::strip)
                .filter(said -> said.matches("-?0+|-\\d+"))
                .isPresent();
    }

    private static Optional<Duration> seconds(@Nullable String said) {
        return said != null && said.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(said)))
                : Optional.empty();
    }
}
