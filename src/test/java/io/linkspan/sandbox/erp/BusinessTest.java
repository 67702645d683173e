package io.linkspan.sandbox.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.sandbox.MovableClock;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessTest {
    private final MovableClock clock = new MovableClock();

    @TempDir
    private Path folder;

    @Test
    void changesAndAddsAtTheRateItWasTold() {
        try (ChangeLog log = ChangeLog.open(1_000, 1, clock, null)) {
            Business business = new Business(log, clock, 1);
            business.rate(5, 20);
            business.catchUp();
            assertThat(log.changes()).isEqualTo(1_000);
            clock.advance(Duration.ofSeconds(100));
            business.catchUp();
            assertThat(log.changes()).isEqualTo(1_500);
            assertThat(log.size()).isBetween(1_060, 1_140);
            business.rate(0, 0);
            clock.advance(Duration.ofHours(1));
            business.catchUp();
            assertThat(log.changes()).isEqualTo(1_500);
        }
    }

    @Test
    void spreadsChangesOverTheTimeInWhichNobodyLooked() {
        try (ChangeLog log = ChangeLog.open(10, 1, clock, null)) {
            Instant begin = clock.instant();
            Business business = new Business(log, clock, 1);
            business.rate(1, 100);
            clock.advance(Duration.ofSeconds(4));
            business.catchUp();
            assertThat(IntStream.range(10, 14)
                            .mapToObj(record -> log.state(record).changedAt()))
                    .containsExactly(begin, begin.plusSeconds(1), begin.plusSeconds(2), begin.plusSeconds(3));
        }
    }

    @Test
    void statesALaterTimeForEveryLaterChangeOfARecord() {
        try (ChangeLog log = ChangeLog.open(1, 1, clock, null)) {
            log.change(0);
            Instant first = log.state(0).changedAt();
            log.change(0);
            assertThat(log.state(0).changedAt()).isAfter(first);
            assertThat(log.state(0).revision()).isEqualTo(2);
        }
    }

    @Test
    void remembersItsChangesAfterARestart() {
        Path file = folder.resolve("erp.changes");
        try (ChangeLog log = ChangeLog.open(10, 1, clock, file)) {
            log.change(3);
            log.add(clock.millis());
            log.delete(4);
        }
        try (ChangeLog log = ChangeLog.open(10, 1, clock, file)) {
            assertThat(log.state(3).revision()).isEqualTo(1);
            assertThat(log.state(3).changedAt()).isEqualTo(clock.instant());
            assertThat(log.size()).isEqualTo(11);
            assertThat(log.state(4).deleted()).isTrue();
            log.change(3);
        }
        try (ChangeLog log = ChangeLog.open(10, 1, clock, file)) {
            assertThat(log.state(3).revision()).isEqualTo(2);
        }
    }

    @Test
    void dropsAnEntryThatWasCutShort() throws Exception {
        Path file = folder.resolve("erp.changes");
        try (ChangeLog log = ChangeLog.open(10, 1, clock, file)) {
            log.change(3);
            log.change(5);
        }
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.setLength(raw.length() - 7);
        }
        try (ChangeLog log = ChangeLog.open(10, 1, clock, file)) {
            assertThat(log.state(3).revision()).isEqualTo(1);
            assertThat(log.state(5).revision()).isZero();
            log.change(6);
        }
        try (ChangeLog log = ChangeLog.open(10, 1, clock, file)) {
            assertThat(log.state(6).revision()).isEqualTo(1);
        }
    }

    @Test
    void refusesTheFileOfAnotherHouse() {
        Path file = folder.resolve("erp.changes");
        ChangeLog.open(10, 1, clock, file).close();
        assertThatThrownBy(() -> ChangeLog.open(10, 2, clock, file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another seed or size");
    }
}
