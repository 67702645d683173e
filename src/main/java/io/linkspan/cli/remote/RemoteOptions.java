package io.linkspan.cli.remote;

import io.linkspan.cli.Ends;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which service is asked, with which key, and how its answer is shown. */
final class RemoteOptions {
    /** How answers are shown. */
    enum Format {
        /** For a person. */
        TABLE,
        /** As the service gave it. */
        JSON
    }

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The service; LINKSPAN_URL, or http://127.0.0.1:8080 by default.")
    private @Nullable URI url;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "The admin API's key; LINKSPAN_API_KEY, or the one in the data folder by default.")
    private @Nullable String key;

    @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder of a service on this host.")
    private Path data = Path.of(System.getenv().getOrDefault("LINKSPAN_DATA", "data"));

    @Option(names = "--format", description = "table (default) or json.")
    private Format format = Format.TABLE;

    boolean json() {
        return format == Format.JSON;
    }

    Service service() {
        Map<String, String> environment = System.getenv();
        String port = environment.getOrDefault("SERVER_PORT", "8080");
        URI named =
                url == null ? URI.create(environment.getOrDefault("LINKSPAN_URL", "http://127.0.0.1:" + port)) : url;
        if (named.getScheme() == null || named.getHost() == null) {
            throw Ends.calledWrongly("'" + named + "' is no address: write it as http://host:8080");
        }
        return new Service(named, key(environment));
    }

    private String key(Map<String, String> environment) {
        String given = key == null ? environment.get("LINKSPAN_API_KEY") : key;
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        Path kept = data.resolve("admin.key");
        try {
            return Files.readString(kept).strip();
        } catch (IOException notThere) {
            throw Ends.calledWrongly(
                    "no key: give --key or LINKSPAN_API_KEY, or name the service's data folder with --data (there is no "
                            + kept + ")");
        }
    }
}
