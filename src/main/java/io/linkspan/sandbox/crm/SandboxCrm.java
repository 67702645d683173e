package io.linkspan.sandbox.crm;

import io.linkspan.sandbox.fault.FaultRule;
import io.linkspan.sandbox.fault.Faults;
import io.linkspan.sandbox.fault.Journal;
import io.linkspan.sandbox.fault.Misbehaviour;
import io.linkspan.sandbox.http.WebServer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A small CRM with the collections {@code companies} and {@code deals}: {@code PUT /v1/companies/{externalId}} (upsert),
 * {@code POST /v1/companies} (create), {@code POST /v1/companies/batch/upsert}, {@code GET}, {@code PATCH} and {@code
 * DELETE} by external id or, under {@code /v1/companies/id/{id}}, by its own id, {@code GET
 * /v1/companies?externalId=} and {@code ?limit=&after=}. A single write carries its idempotency key in the header {@code
 * Idempotency-Key}, an item of a batch in a property. Another process pulls the same levers over HTTP, under {@code
 * /sandbox/}.
 */
public final class SandboxCrm implements AutoCloseable {
    private final Archive archive;
    private final Faults faults;
    private final Journal journal;
    private final CrmControl control;
    private final Bucket bucket;
    private final Gate gate;
    private final WebServer server;

    private SandboxCrm(CrmSettings settings) {
        faults = new Faults(settings.clock(), settings.seed());
        journal = new Journal();
        archive = new Archive(settings);
        bucket = new Bucket(settings.limits(), settings.clock());
        gate = new Gate(settings.access(), settings.clock());
        control = new CrmControl(archive, faults, journal, bucket, gate);
        Desk desk = new Desk(archive, settings.manners(), faults);
        Misbehaviour front = new Misbehaviour(
                new CrmStation(settings, gate, bucket, archive, desk, control),
                faults,
                journal,
                settings.clock(),
                settings.limits().latency(),
                settings.manners().correlationHeader());
        server = WebServer.start(settings.address(), front);
    }

    /**
     * Starts a CRM.
     *
     * @throws java.io.UncheckedIOException where its address is taken or its file cannot be written
     * @throws IllegalStateException where its file is broken
     */
    public static SandboxCrm start(CrmSettings settings) {
        return new SandboxCrm(settings);
    }

    /** The address without a path. */
    public URI url() {
        return server.url();
    }

    /** Makes calls go wrong by this rule. */
    public void play(FaultRule rule) {
        faults.add(rule);
    }

    /** From now on nothing goes wrong. */
    public void behave() {
        faults.clear();
    }

    /** Sets another rate limit; 0 for none. */
    public void perSecond(double calls, int burst) {
        bucket.rate(calls, burst);
    }

    /** From now on no token given out before is good. */
    public void revokeTokens() {
        gate.revoke();
    }

    /** What was called. */
    public Journal journal() {
        return journal;
    }

    /**
     * All counts: by collection what became of the records ({@code created}, {@code updated}, {@code repeated}, {@code
     * doubled}, {@code inverted}, {@code key_applied_twice}, {@code replayed}, {@code refused}, …), and calls, answers and
     * faults by name.
     */
    public Map<String, Object> stats() {
        return control.stats();
    }

    /** A count of {@link #stats}: {@code count("companies", "doubled")}. */
    public long count(String collection, String name) {
        Object counts = stats().getOrDefault(collection, Map.of());
        return counts instanceof Map<?, ?> map && map.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** The content of the record of an external id: the oldest, where there are more. */
    public Optional<JsonNode> content(String collection, String externalId) {
        return Optional.ofNullable(archive.shelves().get(collection))
                .flatMap(shelf -> shelf.named(externalId).stream().findFirst())
                .map(record -> Json.object(record.content().text()));
    }

    @Override
    public void close() {
        server.close();
        archive.close();
    }
}
