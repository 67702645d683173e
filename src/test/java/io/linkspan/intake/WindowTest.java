package io.linkspan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.flow.Since;
import io.linkspan.flow.Since.Times;
import io.linkspan.ledger.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Since ISO = new Since(Duration.ofMinutes(5), new Times(null, ZoneOffset.UTC), "");
    private static final Checkpoint READ = Checkpoint.START.walked("2026-02-20T08:00:00Z");

    @Test
    void reachesBackByTheOverlapAndGoesOnFromTheLatestChange() {
        Window window = Window.live(ISO, READ, NOW);

        assertThat(window.values()).isEqualTo(Map.of("since", "2026-02-20T07:55:00Z"));
        assertThat(window.takes("2026-02-21T09:30:00.250Z")).isTrue();
        assertThat(window.takes("2026-02-21T08:00:00Z")).isTrue();
        assertThat(window.walked(READ).since()).isEqualTo("2026-02-21T09:30:00.250Z");
    }

    @Test
    void staysWhereItWasWhenNothingCame() {
        assertThat(Window.live(ISO, READ, NOW).walked(READ)).isEqualTo(READ);
    }

    @Test
    void asksForEverythingTheFirstTimeUnlessTheFlowSaysFromWhen() {
        Since first = new Since(Duration.ZERO, new Times(null, ZoneOffset.UTC), "2020-01-01");

        assertThat(Window.live(ISO, Checkpoint.START, NOW).values()).isEmpty();
        assertThat(Window.live(first, Checkpoint.START, NOW).values()).isEqualTo(Map.of("since", "2020-01-01"));
        assertThatThrownBy(() -> Window.live(first, Checkpoint.START, NOW).takes("2019-06-01"))
                .isInstanceOf(PageUnfit.class);
    }

    @Test
    void refusesARecordFromBeforeTheWindowButNotTheGrainOfAClock() {
        Window window = Window.live(ISO, READ, NOW);

        assertThat(window.takes("2026-02-20T07:54:59Z")).isTrue();
        assertThatThrownBy(() -> window.takes("2025-02-20T07:55:00Z"))
                .isInstanceOf(PageUnfit.class)
                .hasMessageContaining("2025-02-20T07:55:00Z")
                .hasMessageContaining("changes since 2026-02-20T07:55:00Z");
    }

    @Test
    void takesTheWholeDayWhereOnlyDatesCanBeAskedFor() {
        Since dates = new Since(
                Duration.ZERO, new Times(DateTimeFormatter.ofPattern("yyyy-MM-dd"), ZoneId.of("Europe/Berlin")), "");
        Window window = Window.live(dates, READ, NOW);

        assertThat(window.values()).isEqualTo(Map.of("since", "2026-02-20"));
        assertThat(window.takes("2026-02-20")).isTrue();
        assertThatThrownBy(() -> window.takes("2026-02-10")).isInstanceOf(PageUnfit.class);
    }

    @Test
    void isNotMovedByAClockThatIsDaysAhead() {
        Window window = Window.live(ISO, READ, NOW);

        assertThat(window.takes("9999-12-31T00:00:00Z")).isTrue();
        assertThat(window.walked(READ)).isEqualTo(READ);
        assertThat(window.takes("2026-03-01T18:00:00Z")).isTrue();
        assertThat(window.walked(READ).since()).isEqualTo("2026-03-01T18:00:00Z");
    }

    @Test
    void refusesATimeItCannotReadAndTakesARecordThatStatesNone() {
        Window window = Window.live(ISO, READ, NOW);

        assertThat(window.takes(null)).isTrue();
        assertThat(window.takes(" ")).isTrue();
        assertThatThrownBy(() -> window.takes("20.02.2026"))
                .isInstanceOf(PageUnfit.class)
                .hasMessageContaining("20.02.2026");
    }

    @Test
    void remembersTheLatestChangeOfAWalkThatIsGoneOnWithLater() {
        Window before = Window.live(ISO, READ, NOW);
        before.takes("2026-02-25T00:00:00Z");
        Checkpoint walking = before.walking(READ, Map.of("cursor", "c2"));

        assertThat(Window.where(walking)).isEqualTo(Map.of("cursor", "c2"));
        Window after = Window.live(ISO, walking, NOW);
        assertThat(after.values()).isEqualTo(before.values());
        assertThat(after.walked(walking).since()).isEqualTo("2026-02-25T00:00:00Z");
    }

    @Test
    void holdsABackfillToBothItsEnds() {
        Instant from = Instant.parse("2024-01-01T00:00:00Z");
        Instant until = Instant.parse("2024-02-01T00:00:00Z");
        Window strict = Window.between(ISO, from, until, true, NOW);
        Window mild = Window.between(ISO, from, until, false, NOW);

        assertThat(strict.values()).isEqualTo(Map.of("since", "2024-01-01T00:00:00Z", "until", "2024-02-01T00:00:00Z"));
        assertThat(strict.takes("2024-01-15T00:00:00Z")).isTrue();
        assertThatThrownBy(() -> strict.takes("2024-03-01T00:00:00Z")).isInstanceOf(PageUnfit.class);
        assertThatThrownBy(() -> mild.takes("2023-12-01T00:00:00Z")).isInstanceOf(PageUnfit.class);
        assertThat(mild.takes("2024-03-01T00:00:00Z")).isFalse();
    }

    @Test
    void asksInOneFormatAndReadsAnother() {
        Times asked = new Times(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"), ZoneOffset.UTC);
        Times stated = new Times(DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss xxx"), ZoneId.of("Europe/Berlin"));
        Window window = Window.live(new Since(Duration.ZERO, asked, stated, ""), READ, NOW);

        assertThat(window.values()).isEqualTo(Map.of("since", "2026-02-20 08:00:00"));
        assertThat(window.takes("21.02.2026 10:30:00 +01:00")).isTrue();
        assertThat(window.walked(READ).since()).isEqualTo("2026-02-21T09:30:00Z");
    }
}
