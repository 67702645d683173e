package io.linkspan.bench.site;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The CPU time of each part of a site, from a moment on. */
public final class CpuUse {
    private final Map<String, Supplier<Stream<ProcessHandle>>> parts;
    private final Map<String, Duration> before;

    private CpuUse(Map<String, Supplier<Stream<ProcessHandle>>> parts) {
        this.parts = parts;
        this.before = now();
    }

    /** Begins to count. */
    public static CpuUse of(Site site, Service service) {
        Map<String, Supplier<Stream<ProcessHandle>>> parts = new LinkedHashMap<>();
        parts.put("Linkspan", () -> Stream.of(service.process()));
        parts.put("RabbitMQ", () -> site.rabbit().processes());
        parts.put("PostgreSQL", () -> site.postgres().processes());
        parts.put("ERP and target", () -> Stream.of(ProcessHandle.current()));
        return new CpuUse(parts);
    }

    /** Begins to count for a site where Linkspan does not run. */
    public static CpuUse ofBroker(Site site) {
        Map<String, Supplier<Stream<ProcessHandle>>> parts = new LinkedHashMap<>();
        parts.put("RabbitMQ", () -> site.rabbit().processes());
        parts.put("client", () -> Stream.of(ProcessHandle.current()));
        return new CpuUse(parts);
    }

    /** Microseconds a record of each part since the beginning. */
    public Map<String, Double> microsEach(long records) {
        Map<String, Double> each = new LinkedHashMap<>();
        now().forEach((part, time) -> each.put(
                part, time.minus(before.getOrDefault(part, Duration.ZERO)).toNanos() / 1e3 / records));
        return each;
    }

    private Map<String, Duration> now() {
        Map<String, Duration> now = new LinkedHashMap<>();
        parts.forEach((part, processes) -> now.put(
                part,
                processes
                        .get()
                        .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                        .reduce(Duration.ZERO, Duration::plus)));
        return now;
    }
}
