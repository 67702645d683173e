package io.linkspan.sandbox.crm;

import io.linkspan.sandbox.http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The rate limit: a bucket of tokens that fills at a steady rate. */
final class Bucket {
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final InstantSource clock;
    private final boolean dated;
    private double perSecond;
    private int burst;
    private double tokens;
    private Instant filled;

    Bucket(CrmSettings.Limits limits, InstantSource clock) {
        this.clock = clock;
        this.dated = limits.datedRetryAfter();
        this.perSecond = limits.perSecond();
        this.burst = limits.burst();
        this.tokens = burst;
        this.filled = clock.instant();
    }

    /** Sets another rate; 0 takes every call. */
    synchronized void rate(double callsPerSecond, int atOnce) {
        perSecond = callsPerSecond;
        burst = atOnce;
        tokens = Math.min(tokens, burst);
    }

    /** Takes a token; where there is none, the answer is 429 and when to come again. */
    synchronized Optional<Answer> refusal() {
        if (perSecond == 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        double gained = Duration.between(filled, now).toNanos() / 1e9 * perSecond;
        tokens = Math.min(burst, tokens + gained);
        filled = now;
        if (tokens >= 1) {
            tokens--;
            return Optional.empty();
        }
        long wait = Math.max(1, (long) Math.ceil((1 - tokens) / perSecond));
        return Optional.of(labelled(Problem.of(429, "rate-limited", "more than " + perSecond + " calls a second"))
                .with("Retry-After", dated ? httpDate(now.plusSeconds(wait)) : "" + wait));
    }

    /** The answer with the limit's state in its head (draft-ietf-httpapi-ratelimit-headers). */
    synchronized Answer labelled(Answer answer) {
        if (perSecond == 0) {
            return answer;
        }
        long reset = (long) Math.ceil((burst - tokens) / perSecond);
        return answer.with("RateLimit-Policy", "\"calls\";q=" + burst + ";w=" + (long) Math.ceil(burst / perSecond))
                .with("RateLimit", "\"calls\";r=" + (long) tokens + ";t=" + reset);
    }

    /** In the preferred form of RFC 9110, 5.6.7, rounded up to a whole second. */
    private static String httpDate(Instant time) {
        return HTTP_DATE.format(time.plusMillis(999).atOffset(ZoneOffset.UTC));
    }
}
