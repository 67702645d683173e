package io.linkspan.cli.remote;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.linkspan.Bridge;
import io.linkspan.cli.CommandRun;
import io.linkspan.sandbox.crm.CrmSettings;
import io.linkspan.sandbox.crm.SandboxCrm;
import io.linkspan.sandbox.erp.Customers;
import io.linkspan.sandbox.erp.ErpSettings;
import io.linkspan.sandbox.erp.SandboxErp;
import io.linkspan.sandbox.fault.FaultKind;
import io.linkspan.sandbox.fault.FaultRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Dead letters of a real bridge, as an operator meets them: over REST as the API's document says, and by command. */
@Timeout(90)
class DeadLettersApiTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LOOKING = "looking-key-of-24-characters";
    private static final String SEEING = "seeing-key-of-24-characters-";
    private static final String REFUSED = Customers.number(3);

    @TempDir
    Path data;

    private final WireMockServer hook =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private SandboxErp erp;
    private SandboxCrm crm;
    private Bridge bridge;
    private String base;

    @BeforeEach
    void start() throws IOException {
        hook.start();
        hook.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
        erp = SandboxErp.start(ErpSettings.defaults().customers(20));
        crm = SandboxCrm.start(CrmSettings.defaults());
        // Refused in the batch, and again when it stands alone.
        crm.play(FaultRule.of(FaultKind.REFUSED_RECORD).record(REFUSED).next(1));
        int port = freePort();
        base = "http://127.0.0.1:" + port;
        bridge = Bridge.start(Map.ofEntries(
                Map.entry("spring.profiles.active", "demo"),
                Map.entry("server.port", port),
                Map.entry("linkspan.data", data),
                Map.entry("demo.erp", erp.soap()),
                Map.entry("demo.crm", crm.url()),
                Map.entry("linkspan.alerts.webhook.url", hook.baseUrl() + "/hook"),
                Map.entry("linkspan.admin.keys[0].name", "grafana"),
                Map.entry("linkspan.admin.keys[0].key", LOOKING),
                Map.entry("linkspan.admin.keys[1].name", "kim"),
                Map.entry("linkspan.admin.keys[1].role", "admin"),
                Map.entry("linkspan.admin.keys[1].key", SEEING)));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ok("GET", "/api/v1/dead-letters", "", SEEING, "Letters")
                                .path("total")
                                .asInt())
                        .isEqualTo(1));
    }

    @AfterEach
    void stop() {
        bridge.close();
        crm.close();
        erp.close();
        hook.stop();
    }

    @Test
    void bringsARefusedRecordAcrossOnceItIsReplayed() throws Exception {
        String id = letterId();
        String path = "/api/v1/dead-letters/" + id;
        JsonNode seen = ok("GET", path, "", SEEING, "WholeLetter");
        JsonNode masked = ok("GET", path, "", LOOKING, "WholeLetter");
        assertThat(seen.at("/letter/key").asString()).isEqualTo(REFUSED);
        assertThat(seen.at("/letter/mappingVersion").asString()).isNotEmpty();
        assertThat(seen.path("record").asString()).contains("<Phone>").doesNotContain("***");
        assertThat(masked.path("record").asString()).contains("<Phone>***</Phone>");
        assertThat(ok("GET", "/api/v1/dead-letters/groups?status=OPEN", "", LOOKING, "Groups")
                        .path("groups"))
                .hasSize(1);

        String edited = seen.path("record").asString().replaceFirst("<Name>[^<]*</Name>", "<Name>Mended</Name>");
        assertThat(call("PUT", path + "/record", edited, LOOKING).statusCode()).isEqualTo(403);
        assertThat(ok("PUT", path + "/record", edited, SEEING, "Edited").path("difference"))
                .hasSize(1);
        JsonNode tried = ok("POST", path + "/dry-run", "", SEEING, "DryRun");
        assertThat(tried.path("output").asString()).contains("\"Mended\"");
        assertThat(tried.at("/difference/0/field").asString()).isEqualTo("name");

        assertThat(dead("replay", id, "--wait", "--why", "the CRM is mended")).contains("1 delivered");
        assertThat(ok("GET", "/api/v1/replays", "", LOOKING, "Replays")
                        .at("/replays/0/by")
                        .asString())
                .isEqualTo("kim");
        assertThat(dead("list", "--status", "delivered")).contains(id, "1 of 1 dead letters");
    }

    @Test
    void discardsForAReasonOnly() throws Exception {
        String id = letterId();
        problem(call("POST", "/api/v1/dead-letters/" + id + "/discard", "{\"reason\":\" \"}", SEEING), 400);
        problem(call("POST", "/api/v1/dead-letters/discard", "{\"letters\":{},\"reason\":\"x\"}", SEEING), 400);

        assertThat(dead("discard", id, "--why", "a test customer")).isEqualTo("1 discarded\n");

        assertThat(dead("show", id)).contains("DISCARDED", REFUSED);
        problem(call("PUT", "/api/v1/dead-letters/" + id + "/record", "<Customer/>", SEEING), 409);
        problem(call("POST", "/api/v1/replays", "{\"letters\":{\"ids\":[\"" + id + "\"]}}", SEEING), 409);
        assertThat(dead("groups")).isEqualTo("no dead letter is open\n");
    }

    @Test
    void refusesWhatMeansNothingWithAProblem() throws Exception {
        problem(call("GET", "/api/v1/dead-letters?colour=red", "", LOOKING), 400);
        problem(call("GET", "/api/v1/dead-letters?limit=0", "", LOOKING), 400);
        problem(call("GET", "/api/v1/dead-letters?since=yesterday", "", LOOKING), 400);
        problem(call("GET", "/api/v1/dead-letters/not-an-id", "", LOOKING), 400);
        problem(call("GET", "/api/v1/dead-letters/6f1c1c1e-0000-4000-8000-000000000001", "", LOOKING), 404);
        problem(call("POST", "/api/v1/replays", "{", SEEING), 400);
        problem(call("DELETE", "/api/v1/replays", "", SEEING), 405);
    }

    @Test
    void answersAboutFlowsAsTheDocumentSays() throws Exception {
        JsonNode flow = ok("GET", "/api/v1/flows", "", LOOKING, "Flows").at("/flows/0");
        String path = "/api/v1/flows/" + flow.path("flow").asString();
        ok("POST", path + "/pause", "{\"reason\":\"stocktaking\"}", SEEING, "Flow");
        JsonNode paused = ok("GET", path, "", LOOKING, "Flow");
        assertThat(paused.path("state").asString()).isEqualTo("PAUSED");
        assertThat(paused.path("heldBy").asString()).isEqualTo("kim");
        ok("POST", path + "/resume", "", SEEING, "Flow");

        String stretch = "{\"from\":\"2024-01-01T00:00:00Z\",\"until\":\"2024-01-02T00:00:00Z\"}";
        JsonNode backfill = ok("POST", path + "/backfills", stretch, SEEING, "Backfill");
        String one = path + "/backfills/" + backfill.path("id").asString();
        ok("GET", one, "", LOOKING, "Backfill");
        ok("POST", one + "/cancel", "", SEEING, "Backfill");
        assertThat(ok("GET", path + "/backfills", "", LOOKING, "Backfills").path("backfills"))
                .hasSize(1);

        assertThat(ok("GET", path + "/reconciliations", "", LOOKING, "Reconciliations")
                        .path("reconciliations"))
                .isEmpty();
        problem(call("GET", "/api/v1/flows/nothing", "", LOOKING), 404);
        problem(call("POST", path + "/backfills", "{}", SEEING), 400);
    }

    @Test
    void sendsAnAlertOfWhatDiedAndATestMessageOnRequest() throws Exception {
        await().atMost(Duration.ofSeconds(20)).until(() -> alerts("dead-letters.trigger") == 1);

        assertThat(ok("POST", "/api/v1/alerts/test", "", SEEING, "AlertsTest")
                        .at("/channels/webhook")
                        .asString())
                .isEqualTo("sent");
        assertThat(command(new AlertCommand(), "test")).isEqualTo("webhook    sent\n");
        assertThat(alerts("dead-letters.test")).isEqualTo(2);
        assertThat(call("POST", "/api/v1/alerts/test", "", LOOKING).statusCode())
                .isEqualTo(403);
    }

    private int alerts(String type) {
        return hook.findAll(postRequestedFor(urlEqualTo("/hook")).withRequestBody(containing(type)))
                .size();
    }

    private String letterId() throws Exception {
        return ok("GET", "/api/v1/dead-letters", "", SEEING, "Letters")
                .at("/letters/0/id")
                .asString();
    }

    private String dead(String... words) {
        return command(new DeadCommand(), words);
    }

    private String command(Runnable root, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--url", base, "--key", SEEING));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                CommandRun.on(root, all.toArray(new String[0]), new PrintWriter(out, true), new PrintWriter(err, true));
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }

    private JsonNode ok(String method, String path, String body, String key, String schema) throws Exception {
        HttpResponse<String> answer = call(method, path, body, key);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        assertThat(violations(schema, answer.body())).isEmpty();
        return JSON.readTree(answer.body());
    }

    private static void problem(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(violations("Problem", answer.body())).isEmpty();
    }

    private static List<String> violations(String schema, String body) throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        ObjectNode root = JSON.createObjectNode();
        JsonNode document = JSON.valueToTree(yaml.<Object>load(Files.readString(Path.of("openapi/linkspan-v1.yaml"))));
        root.put("$ref", "#/components/schemas/" + schema);
        root.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root.toString())
                .validate(JSON.readTree(body))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private HttpResponse<String> call(String method, String path, String body, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("X-Api-Key", key)
                .header(
                        "Content-Type",
                        path.contains("record") || path.contains("dry-run") ? "text/plain" : "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
