package io.linkspan.broker;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest extends FailureContract {
    private static BrokerHome home;

    @BeforeAll
    static void start(@TempDir Path folder) {
        home = new BrokerHome.Embedded(folder);
    }

    @AfterAll
    static void stop() {
        home.close();
    }

    @Override
    BrokerHome home() {
        return home;
    }
}
