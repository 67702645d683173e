package io.linkspan;

import io.linkspan.delivery.Deliveries;
import io.linkspan.record.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service, started as the launcher starts it, for tests. */
final class Bridge implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();

    private Bridge(ConfigurableApplicationContext context) {
        this.context = context;
        context.getBean(Deliveries.class).listen((envelope, outcome) -> outcomes.add(outcome));
    }

    static Bridge start(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putIfAbsent("server.port", "0");
        SpringApplication application = new SpringApplication(LinkspanApplication.class);
        application.setDefaultProperties(all);
        application.setRegisterShutdownHook(false);
        return new Bridge(application.run());
    }

    /** How deliveries ended, of those settled since the start. */
    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    @Override
    public void close() {
        context.close();
    }
}
