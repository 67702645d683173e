package io.linkspan.demo;

import io.linkspan.delivery.Deliveries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The demo: everything in one process, then either on and on with changes, or once with a verdict. */
public final class Demo {
    private static final int CALLED_WRONGLY = 2;

    private final DemoOptions options;
    private final DemoWorld world;
    private final ConfigurableApplicationContext service;
    private final Tally tally;

    private Demo(DemoOptions options, DemoWorld world, ConfigurableApplicationContext service) {
        this.options = options;
        this.world = world;
        this.service = service;
        this.tally = new Tally(service);
    }

    /**
     * Runs the demo.
     *
     * @param serve starts the service with settings and arguments
     * @return the exit code of {@code --once}; without it, this returns when the process is stopped
     */
    public static int run(
            String[] args, BiFunction<Map<String, Object>, String[], ConfigurableApplicationContext> serve) {
        DemoOptions options = new DemoOptions();
        CommandLine commandLine = new CommandLine(options);
        try {
            CommandLine.ParseResult parsed = commandLine.parseArgs(args);
            if (CommandLine.printHelpIfRequested(parsed)) {
                return 0;
            }
            Files.createDirectories(options.data);
        } catch (ParameterException wrong) {
            System.err.println("linkspan: " + wrong.getMessage() + " (see ./linkspan demo --help)");
            return CALLED_WRONGLY;
        } catch (IOException denied) {
            throw new UncheckedIOException("cannot write to " + options.data, denied);
        }
        try (DemoWorld world = DemoWorld.start(options)) {
            ConfigurableApplicationContext service = serve.apply(properties(options, world), new String[0]);
            return new Demo(options, world, service).go();
        }
    }

    private static Map<String, Object> properties(DemoOptions options, DemoWorld world) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.profiles.active", "demo");
        properties.put("linkspan.data", options.data.toString());
        properties.put("demo.erp", world.erp().soap().toString());
        properties.put("demo.crm", world.crm().url().toString());
        if (options.once) {
            properties.put("server.port", "0");
        }
        return properties;
    }

    private int go() {
        service.getBean(Deliveries.class).listen(tally::settled);
        return options.once ? once() : forever();
    }

    private int once() {
        Waiting waiting = new Waiting(tally, world, Duration.ofSeconds(options.patience));
        boolean settled = waiting.untilSettled();
        Verdict verdict = Verdict.of(tally, world);
        service.close();
        System.out.println(verdict.text(settled));
        return settled && verdict.good() ? 0 : 1;
    }

    private int forever() {
        URI base = URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port", "8080"));
        System.out.println(DemoWorld.whereToLook(base, world));
        world.livelyErp();
        Waiting.reportEvery(tally, Duration.ofSeconds(5));
        return 0;
    }
}
