package io.linkspan.system.wiring;

import io.github.resilience4j.springboot.bulkhead.autoconfigure.BulkheadAutoConfiguration;
import io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot.ratelimiter.autoconfigure.RateLimiterAutoConfiguration;
import io.github.resilience4j.springboot.timelimiter.autoconfigure.TimeLimiterAutoConfiguration;
import io.linkspan.system.Source;
import io.linkspan.system.Systems;
import io.linkspan.system.Target;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The systems as the service has them, out of properties, with the defaults it ships. */
public final class SystemsFixture implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** Starts with these properties; {@code ~.} stands for {@code linkspan.systems.}. */
    public SystemsFixture(Map<String, String> properties) {
        Map<String, Object> own = new HashMap<>();
        properties.forEach((name, value) -> own.put(name.replace("~.", "linkspan.systems."), value));
        StandardEnvironment environment = new StandardEnvironment();
        environment.setConversionService(new ApplicationConversionService());
        environment.getPropertySources().addFirst(new MapPropertySource("test", own));
        defaults(environment);
        context.setEnvironment(environment);
        context.register(Beans.class);
        context.refresh();
    }

    private static void defaults(StandardEnvironment environment) {
        try {
            new YamlPropertySourceLoader()
                    .load("gates", new ClassPathResource("linkspan-gates.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** All systems. */
    public Systems systems() {
        return context.getBean(Systems.class);
    }

    /** The source {@code erp}. */
    public Source erp() {
        return systems().source("erp").orElseThrow();
    }

    /** The target {@code crm}. */
    public Target crm() {
        return systems().target("crm").orElseThrow();
    }

    /** What was measured. */
    public MeterRegistry meters() {
        return context.getBean(MeterRegistry.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        SslAutoConfiguration.class,
        CircuitBreakerAutoConfiguration.class,
        RateLimiterAutoConfiguration.class,
        BulkheadAutoConfiguration.class,
        TimeLimiterAutoConfiguration.class
    })
    @Import(SystemsConfiguration.class)
    static class Beans {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
