package io.linkspan;

import io.linkspan.broker.Dispatch;
import io.linkspan.delivery.Deliveries;
import io.linkspan.intake.Pulls;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service, started as the launcher starts it, for tests. */
public final class Bridge implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();

    private Bridge(ConfigurableApplicationContext context) {
        this.context = context;
        context.getBean(Deliveries.class).listen((envelope, outcome) -> outcomes.add(outcome));
    }

    /** Starts the service with these properties, on any free port. */
    public static Bridge start(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putIfAbsent("server.port", "0");
        SpringApplication application = new SpringApplication(LinkspanApplication.class);
        application.setRegisterShutdownHook(false);
        return new Bridge(application.run(all.entrySet().stream()
                .map(one -> "--" + one.getKey() + "=" + one.getValue())
                .toArray(String[]::new)));
    }

    /** Does something while the service runs. */
    public static void during(Map<String, Object> properties, Consumer<Bridge> something) {
        try (Bridge bridge = start(properties)) {
            something.accept(bridge);
        }
    }

    /** Puts records on their way as intake would. */
    public void publish(Collection<Envelope> envelopes) {
        context.getBean(Dispatch.class).toWork(envelopes);
    }

    /** How often a counter or timer has counted. */
    public double count(String meter, String... tags) {
        var search = context.getBean(MeterRegistry.class).find(meter).tags(tags);
        return search.counters().stream().mapToDouble(Counter::count).sum()
                + search.timers().stream().mapToDouble(Timer::count).sum();
    }

    /** How deliveries ended, of those settled since the start. */
    public List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /** What a flow's pull is doing, in words. */
    public String pullState(String flow) {
        return String.valueOf(context.getBean(Pulls.class).states().get(flow));
    }

    /** A part of the service, to be asked what it shows. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
