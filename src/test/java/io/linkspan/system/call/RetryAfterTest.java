package io.linkspan.system.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.system.settings.SystemSettings.Limits;
import io.linkspan.testing.MovedClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock of these tests stands at Sunday, 2026-03-01T12:00:00Z. */
class RetryAfterTest {
    private final RetryAfter usual = new RetryAfter(new MovedClock(), Limits.USUAL);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120                                | 120",
                "0                                  | 0",
                "1.5                                | 1.5",
                "Sun, 01 Mar 2026 12:02:00 GMT      | 120",
                "Sunday, 01-Mar-26 12:02:00 GMT     | 120",
                "Sun Mar  1 12:02:00 2026           | 120",
                "Sun, 01 Mar 2026 11:00:00 GMT      | 0",
                "999999999                          | 86400",
            })
    void readsSecondsAndEachFormOfADate(String value, double seconds) {
        assertThat(usual.of(headers("Retry-After", value))).isEqualTo(Duration.ofMillis((long) (seconds * 1000)));
    }

    @Test
    void readsADateByTheClockOfWhoWroteIt() {
        assertThat(usual.of(headers(
                        "Retry-After", "Sun, 01 Mar 2026 15:00:30 GMT", "Date", "Sun, 01 Mar 2026 15:00:00 GMT")))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(usual.of(headers(
                        "X-RateLimit-Remaining",
                        "0",
                        "X-RateLimit-Reset",
                        "1772373630",
                        "Date",
                        "Sun, 01 Mar 2026 14:00:00 GMT")))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void saysNothingWhereNothingCanBeRead() {
        assertThat(usual.of(headers("Retry-After", "soon"))).isNull();
        assertThat(usual.of(headers())).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "\"burst\";r=0;t=7                        | -                    | 7",
                "\"burst\";r=0;t=7, \"day\";r=900;t=3600  | -                    | 7",
                "\"burst\";r=0;t=7, \"day\";r=0;t=3600    | -                    | 3600",
                "\"burst\";t=7;r=0                        | -                    | 7",
                "\"burst\";r=0                            | \"burst\";q=10;w=11  | 11",
                "limit=100, remaining=0, reset=9          | -                    | 9",
                "\"burst\";r=5;t=7                        | -                    | -",
                "\"burst\";r=10;t=7                       | -                    | -",
            })
    void readsTheDraftInItsFormsBeforeAnybodyIsRefused(
            String limit, @Nullable String policy, @Nullable Integer seconds) {
        Map<String, String> said = new HashMap<>(Map.of("RateLimit", limit));
        if (policy != null) {
            said.put("RateLimit-Policy", policy);
        }
        assertThat(usual.announced(name -> Optional.ofNullable(said.get(name))))
                .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
    }

    @Test
    void readsTheOlderNames() {
        assertThat(usual.announced(headers("RateLimit-Remaining", "0", "RateLimit-Reset", "4")))
                .isEqualTo(Duration.ofSeconds(4));
        assertThat(usual.announced(headers("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1772366405")))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(usual.announced(headers("X-RateLimit-Remaining", "1", "X-RateLimit-Reset", "4")))
                .isNull();
    }

    @Test
    void readsTheNamesTheConfigurationGives() {
        RetryAfter named = new RetryAfter(
                new MovedClock(), new Limits("X-HubSpot-RateLimit-Remaining", null, Duration.ofSeconds(10)));
        assertThat(named.announced(headers("X-HubSpot-RateLimit-Remaining", "0")))
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(named.announced(headers("X-HubSpot-RateLimit-Remaining", "3")))
                .isNull();
    }

    @Test
    void letsRetryAfterWinOverEveryOther() {
        assertThat(usual.of(headers("Retry-After", "3", "RateLimit", "\"a\";r=0;t=60")))
                .isEqualTo(Duration.ofSeconds(3));
    }

    private static Function<String, Optional<String>> headers(String... pairs) {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            headers.put(pairs[i], pairs[i + 1]);
        }
        return name -> Optional.ofNullable(headers.get(name));
    }
}
