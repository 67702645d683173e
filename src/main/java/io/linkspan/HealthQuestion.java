package io.linkspan;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a service on this host whether it is ready: for containers, which have no curl. */
final class HealthQuestion {
    private static final int NOT_READY = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private HealthQuestion() {}

    /** Exit code 0 when the service says it is ready. The first argument may name another port than 8080. */
    static int ask(String[] args) {
        String port = args.length > 0 ? args[0] : System.getenv().getOrDefault("SERVER_PORT", "8080");
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            URI readiness = URI.create("http://127.0.0.1:" + Integer.parseInt(port) + "/actuator/health/readiness");
            HttpRequest question =
                    HttpRequest.newBuilder(readiness).timeout(PATIENCE).build();
            var answer = client.send(question, BodyHandlers.ofString());
            System.out.println(answer.body());
            return answer.statusCode() == 200 ? 0 : NOT_READY;
        } catch (NumberFormatException notANumber) {
            System.err.println("linkspan: '" + port + "' is no port");
            return 2;
        } catch (IOException nobody) {
            System.err.println("linkspan: nobody answers on port " + port);
            return NOT_READY;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return NOT_READY;
        }
    }
}
