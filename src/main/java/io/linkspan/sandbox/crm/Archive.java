package io.linkspan.sandbox.crm;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All shelves and keys, and the file from which both are filled again after a restart. */
final class Archive implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long FIRST_ID = 700_001;

    private final Map<String, Shelf> shelves = new LinkedHashMap<>();
    private final Keys keys;
    private final InstantSource clock;
    private final boolean keepsContent;
    private final @Nullable CrmFile file;

    Archive(CrmSettings settings) {
        shelves.put("companies", new Shelf());
        shelves.put("deals", new Shelf());
        keys = new Keys(settings.manners().idempotency());
        clock = settings.clock();
        keepsContent = settings.store().content();
        file = settings.store().file() == null
                ? null
                : CrmFile.open(settings.store().file(), this::replay);
    }

    /** The shelves by the collections' names. */
    Map<String, Shelf> shelves() {
        return shelves;
    }

    Keys keys() {
        return keys;
    }

    /** Makes a record of this content. */
    Content content(String canonical, @Nullable String version) {
        return new Content(keepsContent ? canonical : "", Canonical.hash(canonical), version);
    }

    /** What was sent and by which key, for the file. */
    record Origin(@Nullable String key, long payload) {}

    Receipt create(String collection, @Nullable String externalId, Content content, Origin origin) {
        Shelf shelf = shelf(collection);
        synchronized (shelf) {
            long id = shelf.nextId(FIRST_ID);
            Instant at = clock.instant();
            shelf.create(id, externalId, content, at);
            keep(collection, "create", id, externalId, content, origin, at);
            return Receipt.created(id);
        }
    }

    Receipt update(String collection, Stored record, Content content, Origin origin) {
        Shelf shelf = shelf(collection);
        synchronized (shelf) {
            Instant at = clock.instant();
            shelf.update(record.id(), content, at);
            keep(collection, "update", record.id(), record.externalId(), content, origin, at);
            return Receipt.updated(record.id());
        }
    }

    void delete(String collection, Stored record) {
        Shelf shelf = shelf(collection);
        synchronized (shelf) {
            Instant at = clock.instant();
            shelf.delete(record.id(), at);
            keep(collection, "delete", record.id(), record.externalId(), null, new Origin(null, 0), at);
        }
    }

    /** What was applied is safe from a kill once this has returned. */
    void flush() {
        if (file != null) {
            file.flush();
        }
    }

    private void keep(
            String collection,
            String what,
            long id,
            @Nullable String externalId,
            @Nullable Content content,
            Origin origin,
            Instant at) {
        if (file == null) {
            return;
        }
        ObjectNode line = JSON.createObjectNode();
        line.put("in", collection).put("do", what).put("id", id).put("at", at.toString());
        if (externalId != null) {
            line.put("externalId", externalId);
        }
        if (origin.key() != null) {
            line.put("key", origin.key()).put("payload", origin.payload());
        }
        if (content != null) {
            line.put("hash", content.hash()).put("version", content.version()).put("content", content.text());
        }
        file.append(line);
    }

    private void replay(JsonNode line) {
        Shelf shelf = shelf(line.path("in").asString());
        long id = line.path("id").asLong();
        Instant at = Instant.parse(line.path("at").asString());
        boolean create = line.path("do").asString().equals("create");
        if (line.path("do").asString().equals("delete")) {
            shelf.delete(id, at);
        } else if (create) {
            shelf.create(id, textOrNull(line, "externalId"), read(line), at);
        } else {
            shelf.update(id, read(line), at);
        }
        String key = textOrNull(line, "key");
        if (key != null) {
            keys.settle(key, line.path("payload").asLong(), create ? Receipt.created(id) : Receipt.updated(id));
        }
    }

    private static Content read(JsonNode line) {
        return new Content(line.path("content").asString(), line.path("hash").asLong(), textOrNull(line, "version"));
    }

    private static @Nullable String textOrNull(JsonNode line, String name) {
        return line.path(name).isString() ? line.path(name).stringValue() : null;
    }

    private Shelf shelf(String collection) {
        Shelf shelf = shelves.get(collection);
        if (shelf == null) {
            throw new IllegalStateException("there is no collection " + collection);
        }
        return shelf;
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
