package io.linkspan;

import io.linkspan.testing.RealPostgres;
import io.linkspan.testing.RealRabbit;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** On a real RabbitMQ and a real PostgreSQL. */
class ProductionBridgeTest extends BridgeContract {
    private String prefix = "";
    private String database = "";

    @BeforeEach
    void freshHome() {
        prefix = RealRabbit.freshPrefix();
        database = RealPostgres.shared().freshDatabase();
    }

    @Override
    Map<String, Object> home(Path data) {
        return Map.of(
                "linkspan.broker.url", RealRabbit.shared().url().toString(),
                "linkspan.broker.prefix", prefix,
                "linkspan.database.url", database,
                "linkspan.database.username", RealPostgres.shared().username(),
                "linkspan.database.password", RealPostgres.shared().password());
    }
}
