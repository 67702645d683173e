package io.linkspan.sandbox;

import static io.linkspan.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxMainTest {
    private static final String BATCH =
            "[{\"externalId\":\"%s\",\"name\":\"A\",\"stage\":\"lead\",\"idempotencyKey\":\"k%s\"}]";

    @TempDir
    private Path data;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void knowsEverythingItAnsweredAfterItWasKilled() throws Exception {
        Running first = start("--erp-fault", "{\"kind\":\"error\",\"next\":1}");
        try (Caller erp = new Caller(first.erp);
                Caller crm = new Caller(first.crm)) {
            erp.post("/sandbox/change?number=0000000007", "");
            erp.post("/sandbox/add?count=2", "");
            assertThat(erp.get("/sandbox/faults").size()).isEqualTo(1);
            crm.post("/v1/companies/batch/upsert", BATCH.formatted("1", "1"));
            crm.post("/v1/companies/batch/upsert", BATCH.formatted("2", "2"));
            crm.call("DELETE", "/v1/companies/2", "");
        }
        kill(processes.getFirst());
        Running second = start();
        try (Caller erp = new Caller(second.erp);
                Caller crm = new Caller(second.crm)) {
            assertThat(erp.get("/sandbox/stats").path("changes").asInt()).isEqualTo(53);
            assertThat(crm.get("/v1/companies").path("total").asInt()).isEqualTo(1);
            var again = crm.post("/v1/companies/batch/upsert", BATCH.formatted("1", "1"));
            assertThat(json(again).path("results").path(0).path("status").asInt())
                    .isEqualTo(201);
            assertThat(crm.get("/sandbox/stats")
                            .path("companies")
                            .path("replayed")
                            .asInt())
                    .isEqualTo(1);
            assertThat(crm.get("/sandbox/stats")
                            .path("companies")
                            .path("created")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void saysInOneLineWhatKeepsItFromStarting() throws Exception {
        start("--seed", "5");
        kill(processes.getFirst());
        Process wrong = launch("--seed", "6");
        assertThat(wrong.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(wrong.exitValue()).isEqualTo(2);
        String told = new String(wrong.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(told).contains("another seed or size").doesNotContain("\tat ");
    }

    private record Running(URI erp, URI crm) {}

    private Running start(String... more) throws IOException {
        BufferedReader told = launch(more).inputReader(StandardCharsets.UTF_8);
        return new Running(URI.create(address(told.readLine(), "erp ")), URI.create(address(told.readLine(), "crm ")));
    }

    private static String address(String line, String label) {
        assertThat(line).startsWith(label + "http://");
        return line.substring(label.length());
    }

    private Process launch(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SandboxMain.class.getName(),
                "--erp-port=0",
                "--crm-port=0",
                "--customers=50",
                "--data=" + data));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).start();
        processes.add(process);
        return process;
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
