package io.linkspan.system.wiring;

import io.linkspan.system.Source;
import io.linkspan.system.Systems;
import io.linkspan.system.Target;
import io.linkspan.system.call.Gate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** The systems of the configuration. */
final class ConfiguredSystems implements Systems, AutoCloseable {
    private final Map<String, OneSystem> systems;
    private final CopyOnWriteArrayList<Watcher> watchers;

    ConfiguredSystems(Map<String, OneSystem> systems, CopyOnWriteArrayList<Watcher> watchers) {
        this.systems = Map.copyOf(systems);
        this.watchers = watchers;
    }

    /** One system, put together. */
    record OneSystem(
            Gate gate,
            CloseableHttpClient http,
            @Nullable Source source,
            @Nullable Target target) {}

    @Override
    public Set<String> names() {
        return systems.keySet();
    }

    @Override
    public Optional<Source> source(String name) {
        return Optional.ofNullable(systems.get(name)).map(OneSystem::source);
    }

    @Override
    public Optional<Target> target(String name) {
        return Optional.ofNullable(systems.get(name)).map(OneSystem::target);
    }

    @Override
    public boolean reachable(String name) {
        OneSystem system = systems.get(name);
        return system != null && system.gate().reachable();
    }

    @Override
    public Condition condition(String name) {
        OneSystem system = systems.get(name);
        return system == null ? Condition.UNKNOWN : system.gate().condition();
    }

    @Override
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    @Override
    public void close() {
        systems.values().forEach(system -> system.http().close(CloseMode.GRACEFUL));
    }
}
