package io.linkspan.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Small numbers for the long names that millions of rows would repeat. */
final class Interned {
    private final Database database;
    private final Clock clock;
    private final Map<String, Integer> flows = new ConcurrentHashMap<>();
    private final Map<Mapping, Integer> mappings = new ConcurrentHashMap<>();

    private record Mapping(int flow, String hash) {}

    Interned(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    int flow(String name) {
        Integer known = flows.get(name);
        if (known != null) {
            return known;
        }
        int id = database.retryLost(() -> {
            database.jdbc().sql("""
                    MERGE INTO flow f USING (SELECT CAST(:name AS VARCHAR) AS name) n ON (f.name = n.name)
                    WHEN NOT MATCHED THEN INSERT (name) VALUES (n.name)""").param("name", name).update();
            return database.jdbc()
                    .sql("SELECT id FROM flow WHERE name = :name")
                    .param("name", name)
                    .query(Integer.class)
                    .single();
        });
        flows.put(name, id);
        return id;
    }

    int mapping(int flow, String hash) {
        Mapping mapping = new Mapping(flow, hash);
        Integer known = mappings.get(mapping);
        if (known != null) {
            return known;
        }
        int id = database.retryLost(() -> write(mapping));
        mappings.put(mapping, id);
        return id;
    }

    private int write(Mapping mapping) {
        database.jdbc()
                .sql("""
                MERGE INTO mapping_version m
                USING (SELECT CAST(:flow AS INTEGER) AS flow_id, CAST(:hash AS VARCHAR) AS hash) n
                ON (m.flow_id = n.flow_id AND m.hash = n.hash)
                WHEN NOT MATCHED THEN INSERT (flow_id, hash, first_used) VALUES (n.flow_id, n.hash, :now)""")
                .param("flow", mapping.flow())
                .param("hash", mapping.hash())
                .param("now", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .update();
        return database.jdbc()
                .sql("SELECT id FROM mapping_version WHERE flow_id = :flow AND hash = :hash")
                .param("flow", mapping.flow())
                .param("hash", mapping.hash())
                .query(Integer.class)
                .single();
    }
}
