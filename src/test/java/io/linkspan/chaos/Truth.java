package io.linkspan.chaos;

import io.linkspan.chaos.Judgement.Given;
import io.linkspan.chaos.Judgement.State;
import io.linkspan.sandbox.ExpectedCompany;
import io.linkspan.sandbox.crm.Canonical;
import io.linkspan.sandbox.erp.Customer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the ERP, the CRM and the dead letters what became of every state, and never Linkspan's own ledger. */
final class Truth {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final World world;

    Truth(World world) {
        this.world = world;
    }

    /** The accounts of a flow. */
    Accounts of(String flow) {
        Accounts accounts = new Accounts();
        Map<String, List<List<Given>>> held = held(flow);
        Map<String, Map<Long, String>> letters = letters(flow);
        states().forEach((number, states) -> {
            List<List<Given>> records = held.remove(number);
            new Judgement(number, states, letters.getOrDefault(number, Map.of()), accounts)
                    .judge(records == null ? List.of() : records);
        });
        held.keySet().forEach(unknown -> accounts.blame(Accounts.Wrong.STRANGE, unknown));
        return accounts;
    }

    private Map<String, List<State>> states() {
        Map<String, List<State>> all = new LinkedHashMap<>();
        world.erp()
                .states(customer -> all.computeIfAbsent(customer.number(), none -> new ArrayList<>(2))
                        .add(new State(customer.changedAt().toEpochMilli(), hash(customer))));
        return all;
    }

    private static OptionalLong hash(Customer customer) {
        return ExpectedCompany.of(customer)
                .map(company -> OptionalLong.of(Canonical.hash(Canonical.text(company))))
                .orElse(OptionalLong.empty());
    }

    private Map<String, List<List<Given>>> held(String flow) {
        Map<String, List<List<Given>>> held = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                world.crm(flow)
                        .url()
                        .resolve("/sandbox/records?in=companies&content=false")
                        .toURL()
                        .openStream(),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(JSON::readTree)
                    .forEach(record -> held.computeIfAbsent(
                                    record.path("externalId").asString(""), none -> new ArrayList<>(1))
                            .add(given(record)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return held;
    }

    private static List<Given> given(JsonNode record) {
        List<Given> all = new ArrayList<>();
        for (int i = 0; i < record.path("history").size(); i++) {
            JsonNode version = record.path("versions").path(i);
            all.add(new Given(
                    record.path("history").path(i).asLong(),
                    version.isString() ? millis(version.stringValue()) : null));
        }
        return all;
    }

    /** By record, the status of its dead letters by the state they are about. */
    private Map<String, Map<Long, String>> letters(String flow) {
        Map<String, Map<Long, String>> letters = new HashMap<>();
        for (List<String> row : world.servers()
                .query("SELECT record_key, stated, status FROM dead_letter WHERE flow = '" + flow + "'")) {
            letters.computeIfAbsent(row.get(0), none -> new HashMap<>()).put(millis(row.get(1)), row.get(2));
        }
        return letters;
    }

    private static long millis(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }
}
