package io.linkspan.system.call;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long the other side asks us to wait: {@code Retry-After} in seconds or as a date (RFC 9110, section 10.2.3), else
 * {@code RateLimit} by the IETF draft where nothing is left, else {@code RateLimit-Reset} and {@code X-RateLimit-Reset},
 * which say seconds or an epoch time. Never longer than a day: what asks for more is a mistake.
 */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern DRAFT = Pattern.compile("(?:^|[;,\\s])r=0\\s*;\\s*t=(\\d{1,9})");
    private static final long EPOCH_SECONDS = 1_000_000_000L;
    private static final long EPOCH_MILLIS = 1_000_000_000_000L;

    private final InstantSource clock;

    RetryAfter(InstantSource clock) {
        this.clock = clock;
    }

    @Nullable
    Duration of(Function<String, Optional<String>> headers) {
        return headers.apply("Retry-After")
                .flatMap(this::secondsOrDate)
                .or(() -> headers.apply("RateLimit").flatMap(this::draft))
                .or(() -> headers.apply("RateLimit-Reset").flatMap(this::reset))
                .or(() -> headers.apply("X-RateLimit-Reset").flatMap(this::reset))
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait)
                .orElse(null);
    }

    private Optional<Duration> secondsOrDate(String value) {
        String said = value.strip();
        if (said.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
        }
        try {
            DateTimeFormatter date = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);
            return Optional.of(until(date.parse(said, Instant::from)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Duration> draft(String value) {
        Matcher nothingLeft = DRAFT.matcher(value);
        return nothingLeft.find()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(nothingLeft.group(1))))
                : Optional.empty();
    }

    private Optional<Duration> reset(String value) {
        if (!value.strip().matches("\\d{1,15}")) {
            return Optional.empty();
        }
        long said = Long.parseLong(value.strip());
        if (said >= EPOCH_MILLIS) {
            return Optional.of(until(Instant.ofEpochMilli(said)));
        }
        return Optional.of(said >= EPOCH_SECONDS ? until(Instant.ofEpochSecond(said)) : Duration.ofSeconds(said));
    }

    private Duration until(Instant time) {
        Duration wait = Duration.between(clock.instant(), time);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
