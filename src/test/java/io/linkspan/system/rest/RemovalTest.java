package io.linkspan.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.linkspan.record.IdempotencyKey;
import io.linkspan.record.RecordKey;
import io.linkspan.record.Tombstone;
import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Push.Call;
import io.linkspan.system.Removal;
import io.linkspan.system.Target.Item;
import io.linkspan.system.Target.ItemResult;
import io.linkspan.system.Target.KeyPage;
import io.linkspan.system.Target.ListedKey;
import io.linkspan.system.TargetList;
import io.linkspan.system.wiring.SystemsFixture;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Taking records away from a REST system, and listing what it holds. */
class RemovalTest {
    @RegisterExtension
    static final WireMockExtension CRM = WireMockExtension.newInstance().build();

    private static final Removal BY_KEY = new Removal(new Call("DELETE", "/c/{key}"), null);
    private static final Removal BY_ID = new Removal(new Call("DELETE", "/c/id/{id}"), null);

    private SystemsFixture systems;

    @BeforeEach
    void start() {
        systems = new SystemsFixture(Map.of("~.crm.protocol", "rest", "~.crm.url", CRM.baseUrl()));
    }

    @AfterEach
    void close() {
        systems.close();
    }

    private ItemResult remove(Removal removal, @Nullable String id, boolean repeated) {
        Item item = new Item(
                new RecordKey("4 7/11"), new IdempotencyKey("ab".repeat(16)), Tombstone.payload(), id, repeated);
        return systems.crm().remove(removal, item, CallContext.start());
    }

    @Test
    void deletesByTheSourcesKeyOrTheTargetsId() {
        CRM.stubFor(delete(anyUrl()).willReturn(aResponse().withStatus(204)));

        assertThat(remove(BY_KEY, null, false)).isInstanceOf(ItemResult.Accepted.class);
        assertThat(remove(BY_ID, "c_9", false)).isInstanceOf(ItemResult.Accepted.class);

        CRM.verify(deleteRequestedFor(urlEqualTo("/c/4%207%2F11")));
        CRM.verify(deleteRequestedFor(urlEqualTo("/c/id/c_9")));
    }

    @Test
    void takesWhatIsNotThereAnyMoreForDone() {
        CRM.stubFor(delete(anyUrl()).willReturn(aResponse().withStatus(404)));
        assertThat(remove(BY_KEY, null, false)).isInstanceOf(ItemResult.Accepted.class);

        CRM.stubFor(delete(anyUrl()).willReturn(aResponse().withStatus(410)));
        assertThat(remove(BY_ID, "c_9", false)).isInstanceOf(ItemResult.Accepted.class);
    }

    @Test
    void asksNothingForARecordOfWhichTheTargetNeverToldAnIdUnlessATryMayHaveGotThrough() {
        assertThat(remove(BY_ID, null, false)).isInstanceOf(ItemResult.Accepted.class);
        assertThat(remove(BY_ID, null, true))
                .isInstanceOfSatisfying(
                        ItemResult.Failed.class,
                        failed -> assertThat(failed.fault().code()).isEqualTo("unsure-delete"));
        CRM.verify(0, deleteRequestedFor(anyUrl()));
    }

    @Test
    void changesInsteadOfDeletingWhereTheFlowSaysSo() {
        CRM.stubFor(patch(anyUrl()).willReturn(aResponse().withStatus(200)));

        ItemResult result =
                remove(new Removal(new Call("PATCH", "/c/{key}"), "{\"status\":\"inactive\"}"), null, false);

        assertThat(result).isInstanceOf(ItemResult.Accepted.class);
        CRM.verify(patchRequestedFor(urlEqualTo("/c/4%207%2F11"))
                .withRequestBody(equalToJson("{\"status\":\"inactive\"}")));
    }

    @Test
    void tellsAnErrorAsItTellsAny() {
        CRM.stubFor(delete(anyUrl()).willReturn(aResponse().withStatus(503)));
        assertThat(remove(BY_KEY, null, false))
                .isInstanceOfSatisfying(
                        ItemResult.Failed.class,
                        failed -> assertThat(failed.fault()).isInstanceOf(Fault.Passing.class));
    }

    @Test
    void listsByCursorOrByOffset() throws Exception {
        CRM.stubFor(get("/c?n=2&after=0")
                .willReturn(okJson("{\"items\":[{\"x\":\"1\",\"v\":7},{\"y\":1}],\"next\":\"b\"}")));
        CRM.stubFor(get("/c?n=2&after=b").willReturn(okJson("{\"items\":[]}")));
        CRM.stubFor(get("/c?from=4").willReturn(okJson("[{\"x\":\"5\"}]")));
        CRM.stubFor(get("/c?from=5").willReturn(okJson("[]")));
        TargetList cursor =
                new TargetList(new Call("GET", "/c?n={size}&after={cursor}"), 2, "items", "x", "v", "next", "0");
        TargetList offset = new TargetList(new Call("GET", "/c?from={offset}"), 2, ".", "x", null, null, "");

        assertThat(keys(cursor, null)).isEqualTo(new KeyPage(List.of(new ListedKey("1", "7")), 1, "b"));
        assertThat(keys(cursor, "b")).isEqualTo(new KeyPage(List.of(), 0, null));
        assertThat(keys(offset, "4")).isEqualTo(new KeyPage(List.of(new ListedKey("5", null)), 0, "5"));
        assertThat(keys(offset, "5").next()).isNull();
    }

    @Test
    void refusesAnAnswerWithoutItsListInsteadOfTakingItForAnEmptyOne() {
        CRM.stubFor(get("/c?from=0").willReturn(okJson("{\"message\":\"maintenance\"}")));
        TargetList list = new TargetList(new Call("GET", "/c?from={offset}"), 2, "items", "x", null, null, "");

        assertThatThrownBy(() -> keys(list, null))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        told -> assertThat(told.fault().code()).isEqualTo("list-answer"));
    }

    private KeyPage keys(TargetList list, @Nullable String place) throws FaultException {
        return systems.crm().keys(list, place, CallContext.start());
    }
}
