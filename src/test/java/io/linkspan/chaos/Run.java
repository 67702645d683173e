package io.linkspan.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.springframework.test.util.TestSocketUtils;

/** One run: start everything, make trouble, make peace, and look what became of the records. */
final class Run {
    private final Order order;

    /**
     * What is wanted.
     *
     * @param seed of the data and all dice
     * @param records states to be moved, over both flows
     * @param faults to be played at least
     * @param storm how long trouble is made
     * @param app the program's jar
     * @param out where reports and logs go
     */
    record Order(long seed, int records, int faults, Duration storm, Path app, Path out) {}

    Run(Order order) {
        this.order = order;
    }

    Report play() throws IOException, InterruptedException {
        Files.createDirectories(order.out());
        SplittableRandom dice = new SplittableRandom(order.seed());
        Strikes strikes = new Strikes();
        try (World world = new World(order.seed(), order.records() / 4, order.out());
                Fleet fleet = fleet(world, strikes, dice.split())) {
            Runtime.getRuntime().addShutdownHook(new Thread(fleet::close));
            strikes.tell("servers and systems are up");
            fleet.start();
            Operator operator = new Operator(world.servers(), fleet::api);
            storm(world, fleet, operator, strikes, dice);
            Calm calm = new Calm(world, fleet, operator, strikes);
            boolean came = calm.await();
            Report report = report(world, fleet, strikes, calm.took(), came);
            new ReportFiles(order.out()).write(report);
            return report;
        }
    }

    private Fleet fleet(World world, Strikes strikes, SplittableRandom dice) {
        int[] ports = {TestSocketUtils.findAvailableTcpPort(), TestSocketUtils.findAvailableTcpPort()};
        return new Fleet(order.app(), order.out().toAbsolutePath(), world.settings(), strikes, dice, ports);
    }

    private void storm(World world, Fleet fleet, Operator operator, Strikes strikes, SplittableRandom dice)
            throws InterruptedException {
        List<Lane> lanes = lanes(world, fleet, operator, strikes, dice);
        Traffic traffic = new Traffic(world.erp(), order.records() / 2 - order.records() / 4, order.storm());
        List<Thread> threads = new ArrayList<>();
        fleet.warmUp();
        lanes.forEach(lane -> threads.add(Thread.ofPlatform().daemon().start(lane::play)));
        threads.add(Thread.ofPlatform().daemon().start(traffic::flow));
        Instant end = Instant.now().plus(order.storm());
        Instant latest = end.plus(order.storm());
        while (Instant.now().isBefore(end)
                || (strikes.count() < order.faults() && Instant.now().isBefore(latest))) {
            Thread.sleep(500);
        }
        lanes.forEach(Lane::end);
        traffic.end();
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(60));
        }
    }

    private static List<Lane> lanes(
            World world, Fleet fleet, Operator operator, Strikes strikes, SplittableRandom dice) {
        ServerTroubles servers = new ServerTroubles(world.servers(), world.flows());
        SystemTroubles systems = new SystemTroubles(world, fleet, operator);
        FlowTroubles flows = new FlowTroubles(world, fleet, operator);
        return List.of(
                new Lane("broker", servers.broker(), Duration.ofSeconds(10), dice.split(), strikes),
                new Lane("database", servers.database(), Duration.ofSeconds(11), dice.split(), strikes),
                new Lane("erp", systems.erp(), Duration.ofSeconds(3), dice.split(), strikes),
                new Lane("crm", systems.crm(FlowFiles.KEYED), Duration.ofSeconds(3), dice.split(), strikes),
                new Lane("other", systems.crm(FlowFiles.KEYLESS), Duration.ofSeconds(3), dice.split(), strikes),
                new Lane("flow", flows.all(), Duration.ofSeconds(10), dice.split(), strikes));
    }

    private Report report(World world, Fleet fleet, Strikes strikes, Duration settled, boolean came) {
        Truth truth = new Truth(world);
        Map<String, Accounts> accounts = new LinkedHashMap<>();
        Map<String, Map<String, Object>> counts = new LinkedHashMap<>();
        for (String flow : FlowFiles.FLOWS) {
            accounts.put(flow, truth.of(flow));
            counts.put(
                    flow,
                    Map.of("companies", String.valueOf(world.crm(flow).stats().get("companies"))));
        }
        return new Report(
                order.seed(), strikes.since(), settled, came, accounts, counts, strikes.all(), fleet.unforeseen());
    }
}
