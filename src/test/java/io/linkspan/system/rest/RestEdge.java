package io.linkspan.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.linkspan.record.IdempotencyKey;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.Push;
import io.linkspan.system.Target.BatchResult;
import io.linkspan.system.Target.Item;
import io.linkspan.system.Target.ItemResult;
import io.linkspan.system.wiring.SystemsFixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A system {@code crm} that speaks REST, on a stub that answers what a test says. */
abstract class RestEdge {
    static final Push.Call CREATE = new Push.Call("POST", "/companies");
    static final Push.Call UPDATE = new Push.Call("PUT", "/companies/{id}");
    static final Push.Lookup LOOKUP =
            new Push.Lookup(new Push.Call("GET", "/companies?ref={ref}"), "items", "id", Set.of(404));

    static final Push CREATING = new Push(null, null, CREATE, null, "id", null);
    static final Push LOOKING_UP = new Push(null, LOOKUP, CREATE, UPDATE, "id", null);
    static final Push UPSERTING = new Push(new Push.Call("PUT", "/companies/{ref}"), null, null, null, "id", null);

    @RegisterExtension
    static final WireMockExtension CRM = WireMockExtension.newInstance().build();

    final CallContext context = CallContext.start();
    private @Nullable SystemsFixture fixture;

    @AfterEach
    void close() {
        if (fixture != null) {
            fixture.close();
        }
    }

    SystemsFixture fixture() {
        return Objects.requireNonNull(fixture);
    }

    void start(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("~.crm.protocol", "rest");
        properties.putIfAbsent("~.crm.url", CRM.baseUrl());
        fixture = new SystemsFixture(properties);
    }

    ItemResult push(Push push, Item item) {
        return fixture().crm().push(push, item, context);
    }

    BatchResult pushAll(Push push, Item... items) {
        return fixture().crm().pushAll(push, List.of(items), CallContext.start());
    }

    static void assertAccepted(ItemResult result, String id) {
        assertThat(result).isEqualTo(new ItemResult.Accepted(id));
    }

    static <F extends Fault> F fault(ItemResult result, Class<F> kind) {
        assertThat(fault(result)).isInstanceOf(kind);
        return kind.cast(fault(result));
    }

    static Fault fault(ItemResult result) {
        assertThat(result).isInstanceOf(ItemResult.Failed.class);
        return ((ItemResult.Failed) result).fault();
    }

    static Fault fault(BatchResult result) {
        assertThat(result).isInstanceOf(BatchResult.Whole.class);
        return ((BatchResult.Whole) result).fault();
    }

    static Item fresh(String key) {
        return item(key, null, false);
    }

    static Item repeated(String key) {
        return item(key, null, true);
    }

    static Item item(String key, @Nullable String targetId, boolean repeated) {
        return new Item(new RecordKey(key), keyOf(key), Payload.json("{\"ref\":\"" + key + "\"}"), targetId, repeated);
    }

    static IdempotencyKey keyOf(String key) {
        return new IdempotencyKey(
                "%32s".formatted(Integer.toHexString(key.hashCode())).replace(' ', '0'));
    }
}
