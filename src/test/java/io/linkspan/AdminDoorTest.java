package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Who gets in at {@code /api}, and what is written down of it. */
class AdminDoorTest {
    private static final String LOOKING = "looking-key-of-24-characters";
    private static final String ACTING = "acting-key-of-24-characters-";

    @TempDir
    static Path data;

    private static @Nullable ConfigurableApplicationContext service;
    private static String base = "";

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(data.resolve("flows"));
        service = Linkspan.serve(
                Map.of(
                        "linkspan.data",
                        data,
                        "linkspan.mappings",
                        data.resolve("flows"),
                        "server.port",
                        0,
                        "linkspan.admin.keys[0].name",
                        "grafana",
                        "linkspan.admin.keys[0].key",
                        LOOKING,
                        "linkspan.admin.keys[1].name",
                        "night shift",
                        "linkspan.admin.keys[1].role",
                        "operator",
                        "linkspan.admin.keys[1].key",
                        ACTING),
                new String[0]);
        base = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void answersAnUnknownKeyWithAProblem() throws Exception {
        for (String key : new String[] {null, "", "not-the-key-of-anybody-at-all"}) {
            HttpResponse<String> answer = call("GET", "/api/v1/dead-letters", key);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(problemType(answer)).isEqualTo("urn:linkspan:problem:unknown-key");
        }
    }

    @Test
    void letsALookerLookButNotAct() throws Exception {
        assertThat(call("GET", "/api/v1/replays", LOOKING).statusCode()).isEqualTo(200);

        HttpResponse<String> answer = call("POST", "/api/v1/replays", LOOKING);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(problemType(answer)).isEqualTo("urn:linkspan:problem:role-too-small");
    }

    @Test
    void writesDownWhoTriedToChangeWhat() throws Exception {
        String path = "/api/v1/replays/6f1c1c1e-0000-4000-8000-000000000001/stop";

        assertThat(call("POST", path, ACTING).statusCode()).isEqualTo(404);

        assertThat(JdbcClient.create(bean(javax.sql.DataSource.class))
                        .sql("SELECT who || ' ' || action || ' ' || detail FROM audit WHERE subject = :path")
                        .param("path", path)
                        .query(String.class)
                        .list())
                .containsExactly("night shift POST stop status 404");
    }

    @Test
    void answersAnUnknownPathWithAProblem() throws Exception {
        HttpResponse<String> answer = call("GET", "/api/v1/nothing-here", LOOKING);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JsonMapper.shared().readTree(answer.body()).path("status").asInt())
                .isEqualTo(404);
    }

    @Test
    void leavesHealthOpenAndTheRestShut() throws Exception {
        assertThat(call("GET", "/actuator/health", null).statusCode()).isEqualTo(200);
        assertThat(call("GET", "/anything", ACTING).statusCode()).isEqualTo(403);
    }

    private static <T> T bean(Class<T> type) {
        if (service == null) {
            throw new AssertionError("the service did not start");
        }
        return service.getBean(type);
    }

    private static String problemType(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).path("type").asString();
    }

    private static HttpResponse<String> call(String method, String path, @Nullable String key) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, BodyPublishers.noBody());
        if (key != null) {
            request.header("X-Api-Key", key);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
