package io.linkspan.flow;

import io.linkspan.system.Push;
import io.linkspan.system.Push.Batch;
import io.linkspan.system.Push.Call;
import io.linkspan.system.Push.Errors;
import io.linkspan.system.Push.Lookup;
import io.linkspan.system.Push.Match;
import io.linkspan.system.Removal;
import io.linkspan.system.TargetList;
import io.linkspan.yaml.DidYouMean;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code to}. */
final class ToReader {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final int BATCH_SIZE = 100;
    private static final int LIST_SIZE = 500;
    private static final int NOT_FOUND = 404;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SectionReader to;
    private final Collection<String> targets;

    /** Reads a section whose placeholders may name the mapping's target fields. */
    ToReader(SectionReader to, Collection<String> targets) {
        this.to = to;
        this.targets = targets;
    }

    /** What the target is asked; null when it says no way to write a single record. */
    @Nullable
    Push push() {
        Call upsert = call(to, "upsert", false);
        Call create = call(to, "create", false);
        Call update = call(to, "update", true);
        Lookup lookup = lookup();
        Batch batch = batch();
        refuseHalves();
        if (!to.has("upsert") && !to.has("create")) {
            to.error(
                    "to",
                    "missing-key",
                    "'to' says no call for a single record",
                    "write upsert: PUT /path/{field}, or create and update");
            return null;
        }
        return new Push(upsert, lookup, create, update, to.text("id"), batch);
    }

    /** What becomes of a record that is gone at the source, or null. */
    @Nullable
    Removal delete() {
        Call request = to.call("delete");
        String body = to.text("deleteBody");
        if (body != null && !isJson(body)) {
            to.error("deleteBody", "wrong-value", "'deleteBody' is no JSON", "write '{\"status\": \"inactive\"}'");
        }
        if (body != null && !to.has("delete")) {
            to.error(
                    "deleteBody",
                    "missing-key",
                    "'deleteBody' stands without 'delete'",
                    "write delete: PATCH /path/{key}");
        }
        if (request == null) {
            return null;
        }
        placeholders(request).stream()
                .filter(name -> !name.equals("key") && !name.equals("id"))
                .forEach(name -> to.error(
                        "delete",
                        "unknown-field",
                        "'delete' names '" + name + "', but of a record that is gone only {key} and {id} are known",
                        "write {key} or {id}"));
        if (placeholders(request).isEmpty()) {
            to.error(
                    "delete",
                    "missing-placeholder",
                    "'delete' does not say which record it means",
                    "write {key} or {id}");
        }
        return new Removal(request, body);
    }

    /** How the target lists what it holds, or null. */
    @Nullable
    TargetList list() {
        SectionReader list = to.section("list");
        Call request = list == null ? null : list.call("request");
        String key = list == null ? null : list.text("key");
        if (list == null || request == null || key == null) {
            return null;
        }
        String next = list.text("next");
        String counted = next == null ? "offset" : "cursor";
        if (!placeholders(request).contains(counted)) {
            list.error(
                    "request",
                    "missing-placeholder",
                    "the call does not use {" + counted + "}, so every page would be the first",
                    "put {" + counted + "} into it");
        }
        return new TargetList(
                request,
                list.count("size", LIST_SIZE),
                list.text("items", "."),
                key,
                list.text("version"),
                next,
                list.text("first", ""));
    }

    private static boolean isJson(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JacksonException noJson) {
            return false;
        }
    }

    private static Set<String> placeholders(Call call) {
        Set<String> named = new LinkedHashSet<>();
        Matcher placeholder = PLACEHOLDER.matcher(call.path());
        while (placeholder.find()) {
            named.add(placeholder.group(1));
        }
        return named;
    }

    private void refuseHalves() {
        if (to.has("upsert") && to.has("create")) {
            to.error("create", "wrong-value", "'upsert' and 'create' say the same thing twice", "keep one of them");
        }
        if (to.has("update") && !to.has("create")) {
            to.error("update", "missing-key", "'update' stands without 'create'", "write create: POST /path");
        }
        if (to.has("create") && to.has("update") && !to.has("lookup") && !to.has("id")) {
            to.error(
                    "update",
                    "missing-key",
                    "nothing says where {id} comes from",
                    "write 'lookup', or 'id' for the answer's id");
        }
    }

    private @Nullable Lookup lookup() {
        SectionReader lookup = to.section("lookup");
        Call request = lookup == null ? null : call(lookup, "request", false);
        if (lookup == null || request == null) {
            return null;
        }
        Set<Integer> notFound = lookup.statuses("notFound");
        return new Lookup(
                request,
                lookup.text("items", "."),
                lookup.text("id", "id"),
                notFound.isEmpty() ? Set.of(NOT_FOUND) : notFound);
    }

    private @Nullable Batch batch() {
        SectionReader batch = to.section("batch");
        Call request = batch == null ? null : call(batch, "request", false);
        if (batch == null || request == null) {
            return null;
        }
        String trace = batch.text("trace");
        String match = batch.text("match", "order");
        boolean byOrder = match.equals("order") && trace == null;
        if (trace != null && batch.has("match")) {
            batch.error("match", "wrong-value", "'match' and 'trace' say the same thing twice", "keep one of them");
        } else if (!byOrder && trace == null) {
            refuseUnmapped(batch, "match", match);
        }
        Errors errors = errors(batch, byOrder);
        return new Batch(
                request,
                batch.count("size", BATCH_SIZE),
                batch.text("wrap"),
                batch.text("key"),
                batch.text("items", "."),
                byOrder ? Match.ORDER : trace == null ? Match.ID : Match.TRACE,
                byOrder ? null : trace == null ? match : trace,
                batch.text("status"),
                batch.texts("good"),
                batch.text("error"),
                batch.text("id"),
                errors);
    }

    private static @Nullable Errors errors(SectionReader batch, boolean byOrder) {
        SectionReader errors = batch.section("errors");
        String items = errors == null ? null : errors.text("items");
        String match = errors == null ? null : errors.text("match");
        if (errors == null || items == null || match == null) {
            return null;
        }
        if (byOrder) {
            batch.error(
                    "errors",
                    "missing-key",
                    "errors beside the results cannot be told apart by their order",
                    "write 'trace', or 'match' with the field that comes back");
        }
        return new Errors(items, match, errors.text("status"), errors.text("error"));
    }

    private @Nullable Call call(SectionReader section, String key, boolean byId) {
        Call call = section.call(key);
        if (call == null) {
            return null;
        }
        Set<String> named = placeholders(call);
        if (byId && !named.contains("id")) {
            section.error(
                    key,
                    "missing-placeholder",
                    "'" + key + "' does not say which record it means",
                    "put {id} into the path");
        }
        named.stream().filter(name -> !(byId && name.equals("id"))).forEach(name -> refuseUnmapped(section, key, name));
        return call;
    }

    private void refuseUnmapped(SectionReader section, String key, String field) {
        if (!targets.contains(field)) {
            section.error(
                    key,
                    "unknown-field",
                    "'" + key + "' names '" + field + "', which no field of the mapping writes",
                    DidYouMean.mend(field, targets));
        }
    }
}
