package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.linkspan.sandbox.erp.ErpSettings;
import io.linkspan.sandbox.erp.SandboxErp;
import io.linkspan.testing.RealPostgres;
import io.linkspan.testing.RealRabbit;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One answer of 200 MB, read by the whole service in a heap that is hardly larger. */
class LargePageTest {
    private static final int CUSTOMERS = 130_000;
    private static final Pattern AFTER_COLLECTION = Pattern.compile("\\d+M->(\\d+)M\\(");

    @TempDir
    Path data;

    @Test
    void readsAPageOfTwoHundredMegabytesInAQuarterOfAGigabyte() throws Exception {
        Path mappings = Files.createDirectory(data.resolve("mappings"));
        Files.writeString(
                mappings.resolve("customers.yaml"),
                Files.readString(Path.of("mappings/customers.yaml"))
                        .replace("size: 500, cursor: List", "size: 200000, cursor: List"));
        try (SandboxErp erp = SandboxErp.start(ErpSettings.defaults().customers(CUSTOMERS))) {
            int port = freePort();
            Process service = service(mappings, erp.soap(), port);
            try {
                await().atMost(Duration.ofMinutes(4))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> service.isAlive() && read(port) >= CUSTOMERS);
            } finally {
                service.destroy();
                service.waitFor();
            }
        }
        long live = Files.readString(data.resolve("gc.log"))
                .lines()
                .map(AFTER_COLLECTION::matcher)
                .filter(Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElseThrow();
        System.out.println("largest heap after a collection: " + live + " MB");
        assertThat(live).as("megabytes alive at most, after a collection").isLessThan(180);
    }

    private Process service(Path mappings, URI erp, int port) throws IOException {
        ProcessBuilder java = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Xlog:gc:file=" + data.resolve("gc.log"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.linkspan.Linkspan",
                "run",
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                "--linkspan.data=" + data,
                "--linkspan.mappings=" + mappings,
                "--demo.erp=" + erp,
                "--linkspan.systems.erp.timeouts.call=120s",
                "--demo.crm=http://127.0.0.1:1",
                "--linkspan.broker.url=" + RealRabbit.shared().url(),
                "--linkspan.broker.prefix=" + RealRabbit.freshPrefix(),
                "--linkspan.database.url=" + RealPostgres.shared().freshDatabase(),
                "--linkspan.database.username=" + RealPostgres.shared().username(),
                "--linkspan.database.password=" + RealPostgres.shared().password()));
        return java.redirectErrorStream(true)
                .redirectOutput(data.resolve("service.log").toFile())
                .start();
    }

    private static long read(int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI metrics = URI.create("http://127.0.0.1:" + port + "/actuator/prometheus");
            return client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("linkspan_intake_records_total"))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .max()
                    .orElse(0);
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
