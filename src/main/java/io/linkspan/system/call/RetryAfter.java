package io.linkspan.system.call;

import io.linkspan.system.settings.SystemSettings.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long an answer asks us to wait: {@code Retry-After} in seconds or as a date (RFC 9110, section 10.2.3), else what is
 * announced of a limit that is used up ({@link LimitHeaders}), else a reset that is told by itself. A point in time is read
 * against the answer's own {@code Date}, so that it does not matter how wrong our clock is, or theirs. Never longer than a
 * day: what asks for more is a mistake.
 */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final long EPOCH_SECONDS = 1_000_000_000L;
    private static final long EPOCH_MILLIS = 1_000_000_000_000L;

    private final InstantSource clock;
    private final LimitHeaders limits;

    RetryAfter(InstantSource clock, Limits limits) {
        this.clock = clock;
        this.limits = new LimitHeaders(limits);
    }

    /** How long to wait after a refusal, or null where it does not say. */
    @Nullable
    Duration of(Function<String, Optional<String>> headers) {
        Instant now = now(headers);
        return headers.apply("Retry-After")
                .flatMap(said -> secondsOrDate(said, now))
                .or(() -> limits.usedUp(headers, said -> reset(said, now)))
                .or(() -> limits.reset(headers).flatMap(said -> reset(said, now)))
                .map(RetryAfter::sensible)
                .orElse(null);
    }

    /** How long to wait because any answer, good or bad, says that the next call would be refused; null for no reason. */
    @Nullable
    Duration announced(Function<String, Optional<String>> headers) {
        Instant now = now(headers);
        return limits.usedUp(headers, said -> reset(said, now))
                .map(RetryAfter::sensible)
                .orElse(null);
    }

    private static Duration sensible(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private Instant now(Function<String, Optional<String>> headers) {
        return headers.apply("Date").flatMap(HttpDate::read).orElseGet(clock::instant);
    }

    private static Optional<Duration> secondsOrDate(String value, Instant now) {
        String said = value.strip();
        return SECONDS.matcher(said).matches()
                ? Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(said) * 1000)))
                : HttpDate.read(said).map(time -> until(time, now));
    }

    /** Seconds from now, or a point in time as seconds or milliseconds since 1970. */
    private static Optional<Duration> reset(String value, Instant now) {
        String said = value.strip();
        if (!said.matches("\\d{1,15}")) {
            return secondsOrDate(said, now);
        }
        long number = Long.parseLong(said);
        if (number >= EPOCH_MILLIS) {
            return Optional.of(until(Instant.ofEpochMilli(number), now));
        }
        return Optional.of(
                number >= EPOCH_SECONDS ? until(Instant.ofEpochSecond(number), now) : Duration.ofSeconds(number));
    }

    private static Duration until(Instant time, Instant now) {
        Duration wait = Duration.between(now, time);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
