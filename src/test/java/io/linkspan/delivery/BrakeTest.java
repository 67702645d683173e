package io.linkspan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrakeTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private boolean reachable = true;
    private final List<String> told = new ArrayList<>();
    private final Brake brake = new Brake(
            () -> now,
            system -> reachable,
            system -> told.add("pause " + system),
            system -> told.add("resume " + system));

    @Test
    void holdsASystemUntilItsTimeIsOver() {
        brake.press("crm", Duration.ofSeconds(10), "its breaker is open");
        brake.release();
        assertThat(brake.pressed()).containsExactly("crm");
        now = now.plusSeconds(10);
        brake.release();
        assertThat(told).containsExactly("pause crm", "resume crm");
    }

    @Test
    void keepsTheLaterEndWhenPressedTwice() {
        brake.press("crm", Duration.ofSeconds(60), "rate limit");
        brake.press("crm", Duration.ofSeconds(5), "rate limit");
        now = now.plusSeconds(30);
        brake.release();
        assertThat(told).containsExactly("pause crm");
    }

    @Test
    void waitsForTheBreakerEvenWhenTheTimeIsOver() {
        brake.press("crm", Duration.ofSeconds(5), "its breaker is open");
        reachable = false;
        now = now.plusSeconds(30);
        brake.release();
        assertThat(told).containsExactly("pause crm");
        reachable = true;
        brake.release();
        assertThat(told).containsExactly("pause crm", "resume crm");
    }
}
