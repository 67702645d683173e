package io.linkspan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.yaml.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a flow file says which records are gone, and how lists of keys are had. */
class UpkeepReaderTest {
    private static final String KEYS = """
              keys: { operation: Keys, request: <Keys/>, records: R/k, key: . }
            """;

    @TempDir
    Path folder;

    private Flow flow(String from, String to) {
        List<Problem> problems = new ArrayList<>();
        FlowFile file = FlowText.read(FlowText.write(folder, "f.yaml", text(from, to)), problems);
        assertThat(problems).isEmpty();
        return Objects.requireNonNull(file).flow().orElseThrow();
    }

    private List<String> problems(String from, String to) {
        List<Problem> problems = new ArrayList<>();
        FlowText.read(FlowText.write(folder, "f.yaml", text(from, to)), problems);
        return problems.stream().map(Problem::message).toList();
    }

    private static String text(String from, String to) {
        return FlowText.CUSTOMERS
                .replace("  version: ChangedAt\n", "  version: ChangedAt\n" + from)
                .replace("fields:\n", to + "fields:\n");
    }

    @Test
    void needsNothingOfAllThis() {
        assertThat(flow("", "").from().upkeep()).isEqualTo(Upkeep.NONE);
        assertThat(flow("", "").to().delete()).isNull();
    }

    @Test
    void readsHowKeysAreListedAndOneRecordIsAsked() {
        Flow flow = flow(
                KEYS + "  get: { operation: Get, request: '<Get>${key}</Get>', record: R/c }\n",
                "  list: { request: 'GET /c?after={cursor}&n={size}', items: items, key: externalId, next: next }\n");

        assertThat(flow.from().upkeep().keys()).isNotNull();
        assertThat(flow.from().upkeep().get()).isNotNull();
        assertThat(Objects.requireNonNull(flow.to().list()).size()).isEqualTo(500);
    }

    @Test
    void readsEachWayToNoticeADeletion() {
        Flow flow = flow(KEYS + """
                      deleted:
                        field: Blocked
                        values: [J]
                        operation: Gone
                        request: <Gone>${since}</Gone>
                        records: R/g
                        key: k
                        version: at
                        since: { field: at }
                        absent: true
                        share: 3
                    """, "  delete: PATCH /c/{key}\n  deleteBody: '{\"stage\":\"churned\"}'\n");

        Upkeep upkeep = flow.from().upkeep();
        assertThat(upkeep.marks()).containsExactly("J");
        assertThat(upkeep.deletions()).isNotNull();
        assertThat(upkeep.absence()).isEqualTo(new Upkeep.Absence(1000, 3));
        assertThat(Objects.requireNonNull(flow.to().delete()).deletes()).isFalse();
    }

    @Test
    void demandsThatTheFlowSaysWhatBecomesOfDeletions() {
        assertThat(problems("  deleted: { field: Blocked, values: [J] }\n", ""))
                .containsExactly("'deleted' says how deletions are noticed, but not what becomes of them");
    }

    @Test
    void refusesWhatWouldDeleteTheWrongThing() {
        String delete = "  delete: DELETE /c/{key}\n";
        assertThat(problems("  deleted: { absent: true }\n", delete))
                .containsExactly("nothing says how the full list of keys is had");
        assertThat(problems("  deleted: { field: Blocked }\n", delete))
                .containsExactly("'field' stands without its values");
        assertThat(problems("  deleted: { operation: G, request: <G/>, records: R/g, key: k }\n", delete))
                .containsExactly(
                        "records have a version and deletions have none, so nobody could tell which came last");
        assertThat(problems("", "  delete: DELETE /c\n"))
                .containsExactly("'delete' does not say which record it means");
        assertThat(problems("", "  delete: DELETE /c/{name}\n"))
                .containsExactly("'delete' names 'name', but of a record that is gone only {key} and {id} are known");
        assertThat(problems("  get: { operation: Get, request: <Get/>, record: R/c }\n", ""))
                .containsExactly("the request does not say which record is asked for");
        assertThat(problems("", "  list: { request: GET /c, key: k }\n"))
                .containsExactly("the call does not use {offset}, so every page would be the first");
    }
}
