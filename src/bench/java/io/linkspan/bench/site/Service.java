package io.linkspan.bench.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** Linkspan as one process with a folder of its own, on a database and queues of its own at a site. */
public final class Service implements AutoCloseable {
    private final Path folder;
    private final Process process;
    private final URI url;
    private final String database;
    private final Site site;
    private final HttpClient client = HttpClient.newHttpClient();

    private Service(Site site, Path folder, URI url, String database, Process process) {
        this.site = site;
        this.folder = folder;
        this.url = url;
        this.database = database;
        this.process = process;
    }

    /**
     * Starts it, and waits until it is ready. It has no flows yet.
     *
     * @param folder its own, empty; its name begins the names of its queues
     * @param erp where the source is
     * @param crm where the target is
     */
    public static Service start(Site site, Path folder, URI erp, URI crm) throws IOException {
        Files.createDirectories(folder.resolve("mappings"));
        String database = site.postgres().freshDatabase();
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(command()));
        command.addAll(List.of(
                "run",
                "--spring.profiles.active=production",
                "--linkspan.systems.erp.protocol=soap",
                "--linkspan.systems.erp.url=" + erp,
                "--linkspan.systems.crm.protocol=rest",
                "--linkspan.systems.crm.url=" + crm,
                "--server.port=" + port,
                "--linkspan.broker.url=" + site.rabbit().url(),
                "--linkspan.broker.prefix=" + folder.getFileName(),
                "--linkspan.database.url=" + database,
                "--linkspan.database.username=" + site.postgres().username(),
                "--linkspan.database.password=" + site.postgres().password()));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("linkspan.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Service service = new Service(site, folder, URI.create("http://127.0.0.1:" + port), database, process);
        Awaitility.await("Linkspan, see " + folder)
                .atMost(Duration.ofSeconds(90))
                .until(service::ready);
        return service;
    }

    /** How the launcher starts the program: {@code -Dlinkspan.command}, arguments apart by spaces. */
    private static String[] command() {
        String command = System.getProperty("linkspan.command");
        if (command == null) {
            throw new IllegalStateException("start this by ./linkspan bench: it says how Linkspan is started");
        }
        return command.split(" +");
    }

    /** Puts a flow in force; it pulls at once. */
    public void flow(CustomerFlow flow) {
        try {
            Path beside = folder.resolve(flow.name() + ".new");
            Files.writeString(beside, flow.text());
            Files.move(beside, folder.resolve("mappings").resolve(flow.name() + ".yaml"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How many deliveries of a flow were settled as delivered since the start. */
    public long settled(String flow) {
        return get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("linkspan_delivery_outcomes_total{")
                        && line.contains("flow=\"" + flow + "\"")
                        && line.contains("outcome=\"delivered\""))
                .mapToLong(line -> Math.round(value(line)))
                .sum();
    }

    /** How many records of a flow the ledger knows as delivered: reads all of the flow's rows. */
    public long known(String flow) {
        return count(
                "SELECT COUNT(held_sequence) FROM ledger WHERE flow_id = (SELECT id FROM flow WHERE name = ?)", flow);
    }

    /** How many dead letters there are. */
    public long dead() {
        return count("SELECT COUNT(*) FROM dead_letter WHERE ? <> ''", "any");
    }

    private long count(String sql, String parameter) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A connection to its database. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database, site.postgres().username(), site.postgres().password());
    }

    /** The sum of a metric over all its tags, of those lines that hold a text. */
    public double metric(String name, String holding) {
        return get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(holding))
                .mapToDouble(Service::value)
                .sum();
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    /** The process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    private boolean ready() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Linkspan ended with " + process.exitValue() + ", see " + folder);
        }
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) {
        try {
            return client.send(HttpRequest.newBuilder(url.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        process.onExit().join();
    }
}
