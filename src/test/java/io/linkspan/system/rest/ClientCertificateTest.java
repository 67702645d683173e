package io.linkspan.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.Target.ItemResult;
import io.linkspan.system.wiring.SystemsFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target that lets in only whom its authority vouches for: mutual TLS by a Spring SSL bundle. */
class ClientCertificateTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private static WireMockServer crm;

    @BeforeAll
    static void start() throws Exception {
        keystore("server", "CN=localhost", "san=dns:localhost,ip:127.0.0.1");
        keystore("client", "CN=bridge", "san=dns:bridge");
        trust("server", "client-trusts");
        trust("client", "server-trusts");
        crm = new WireMockServer(wireMockConfig()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(at("server"))
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD)
                .keystoreType("PKCS12")
                .trustStorePath(at("server-trusts"))
                .trustStorePassword(PASSWORD)
                .trustStoreType("PKCS12")
                .needClientAuth(true));
        crm.start();
        crm.stubFor(put(anyUrl()).willReturn(okJson("{\"id\":1}")));
    }

    @AfterAll
    static void stop() {
        crm.stop();
    }

    @Test
    void showsTheCertificateOfItsBundle() {
        assertThat(pushed(Map.of(
                        "spring.ssl.bundle.jks.crm.keystore.location",
                        "file:" + at("client"),
                        "spring.ssl.bundle.jks.crm.keystore.password",
                        PASSWORD)))
                .isEqualTo(new ItemResult.Accepted("1"));
    }

    @Test
    void isNotLetInWithoutOne() {
        assertThat(pushed(Map.of()))
                .isInstanceOfSatisfying(
                        ItemResult.Failed.class,
                        failed -> assertThat(failed.fault()).isNotInstanceOf(Fault.Refused.class));
    }

    private static ItemResult pushed(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("spring.ssl.bundle.jks.crm.truststore.location", "file:" + at("client-trusts"));
        properties.put("spring.ssl.bundle.jks.crm.truststore.password", PASSWORD);
        properties.put("~.crm.protocol", "rest");
        properties.put("~.crm.url", "https://127.0.0.1:" + crm.httpsPort() + "/api");
        properties.put("~.crm.tls.bundle", "crm");
        try (SystemsFixture systems = new SystemsFixture(properties)) {
            return systems.crm().push(RestEdge.UPSERTING, RestEdge.fresh("C1"), CallContext.start());
        }
    }

    private static void keystore(String name, String subject, String san) throws IOException, InterruptedException {
        keytool("-genkeypair", "-keystore", at(name), "-alias", name, "-keyalg", "EC", "-dname", subject, "-ext", san);
        keytool("-exportcert", "-keystore", at(name), "-alias", name, "-file", at(name + "-certificate"));
    }

    private static void trust(String whom, String name) throws IOException, InterruptedException {
        keytool("-importcert", "-noprompt", "-keystore", at(name), "-alias", whom, "-file", at(whom + "-certificate"));
    }

    private static String at(String name) {
        return folder.resolve(name).toString();
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString()),
                        Stream.concat(Stream.of(arguments), Stream.of("-storepass", PASSWORD)))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
