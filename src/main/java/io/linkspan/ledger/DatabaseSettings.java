package io.linkspan.ledger;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the ledger is kept: {@code linkspan.database} in the configuration, {@code LINKSPAN_DATABASE_URL}, {@code
 * LINKSPAN_DATABASE_USERNAME} and {@code LINKSPAN_DATABASE_PASSWORD} in the environment.
 *
 * @param url a JDBC URL, {@code jdbc:postgresql://host:5432/linkspan}; without one the ledger is a file of the embedded
 *     database H2 in the data directory
 * @param username the database user
 * @param password the user's password
 * @param connections most connections at a time; 1 to 1000
 */
@ConfigurationProperties("linkspan.database")
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("linkspan") String username,
        @DefaultValue("") String password,
        @DefaultValue("10") int connections) {

    DatabaseSettings {
        if (connections < 1 || connections > 1000) {
            throw new IllegalArgumentException("linkspan.database.connections must be 1 to 1000, not " + connections);
        }
        if (url != null && !url.isBlank() && !url.startsWith("jdbc:")) {
            throw new IllegalArgumentException(
                    "linkspan.database.url must be a JDBC URL such as jdbc:postgresql://host:5432/linkspan");
        }
    }

    boolean embedded() {
        return url == null || url.isBlank();
    }

    /**
     * The JDBC URL. The embedded database writes each commit to its file before it answers (WRITE_DELAY=0), so that
     * nothing settled is lost with the process, and is closed by us and not by the JVM's end, so that what is being
     * settled then still finds it open.
     */
    String jdbcUrl(Path data) {
        return embedded()
                ? "jdbc:h2:file:" + data.toAbsolutePath().resolve("ledger") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                : String.valueOf(url);
    }

    /** The address without credentials. */
    String place(Path data) {
        return embedded()
                ? data.resolve("ledger.mv.db").toString()
                : String.valueOf(url).replaceFirst("\\?.*", "");
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + (embedded() ? "embedded" : place(Path.of("."))) + "]";
    }
}
