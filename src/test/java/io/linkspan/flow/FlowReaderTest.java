package io.linkspan.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.system.Pull;
import io.linkspan.system.Pull.Paging;
import io.linkspan.system.Push;
import io.linkspan.system.answer.Beside;
import io.linkspan.yaml.Problem;
import io.linkspan.yaml.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowReaderTest {
    @TempDir
    Path folder;

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void readsAWholeFlow() {
        Flow flow = flow(FlowText.CUSTOMERS);

        assertThat(problems).isEmpty();
        assertThat(flow.name()).isEqualTo("customers");
        assertThat(flow.from().system()).isEqualTo("erp");
        assertThat(flow.from().every()).isEqualTo(Duration.ofSeconds(30));
        assertThat(requireNonNull(flow.from().since()).overlap()).isEqualTo(Duration.ofMinutes(5));
        assertThat(flow.from().pull().records()).isEqualTo("ListCustomersResponse/Customers/Customer");
        assertThat(flow.from().pull().page()).isEqualTo(new Paging.Cursor(250, "ListCustomersResponse/NextCursor"));
        assertThat(flow.to().push().upsert()).isEqualTo(new Push.Call("PUT", "/v1/companies/{externalId}"));
        assertThat(requireNonNull(flow.to().push().batch()).match()).isEqualTo(Push.Match.ORDER);
        assertThat(flow.to().atOnce()).isEqualTo(50);
        assertThat(flow.partitions()).isEqualTo(4);
        assertThat(flow.hash()).matches("[0-9a-f]{16}");
    }

    @Test
    void readsWhatRecordsNeedFromBesideThem() {
        Flow flow = flow(FlowText.CUSTOMERS + "share: [ListCustomersResponse/Groups]\nhrefs: true\n");

        assertThat(problems).isEmpty();
        assertThat(flow.from().pull().beside()).isEqualTo(new Beside(List.of("ListCustomersResponse/Groups"), true));
    }

    @Test
    void readsASourceThatListsFirstAndAnswersErrorsInsideATwoHundred() {
        Flow flow = flow("""
                flow: thirdparties
                from:
                  system: dolibarr
                  pull:
                    operation: getListOfThirdParties
                    request: <list><key>${system.key}</key></list>
                    soapAction: ""
                    records: getListOfThirdPartiesResponse/thirdparties/item
                    answer: thirdparties
                    errors: { path: "*/result/result_code", good: OK, login: [BAD_CREDENTIALS], notFound: [NOT_FOUND], message: "*/result/result_label" }
                    detail:
                      operation: getThirdParty
                      request: <get><id>${record.id}</id></get>
                      record: getThirdPartyResponse/thirdparty
                      errors: { path: "*/result/result_code", good: [OK], notFound: NOT_FOUND }
                    leaveOut: [password]
                  key: ref_ext
                to:
                  system: crm
                  lookup: { request: "GET /thirdparties/ref/{ref_ext}" }
                  create: POST /thirdparties
                  update: PUT /thirdparties/{id}
                  id: .
                fields: { ref_ext: ref_ext }
                """);

        assertThat(problems).isEmpty();
        assertThat(flow.from().pull().page()).isEqualTo(new Paging.None());
        assertThat(flow.from().pull().soapAction()).isEmpty();
        assertThat(requireNonNull(flow.from().pull().errors()).login()).containsExactly("BAD_CREDENTIALS");
        Pull.Detail detail = requireNonNull(flow.from().pull().detail());
        assertThat(requireNonNull(detail.errors()).notFound()).containsExactly("NOT_FOUND");
        assertThat(detail.soapAction()).isNull();
        assertThat(flow.from().pull().leaveOut()).containsExactly("password");
        assertThat(requireNonNull(flow.to().push().lookup()).notFound()).containsExactly(404);
        assertThat(flow.to().push().id()).isEqualTo(".");
    }

    @Test
    void takesAMappingWithoutSystemsForToolsOnly() {
        FlowFile file = requireNonNull(read("records: /Rows/Row\nfields: { id: Id }\n"));

        assertThat(problems).isEmpty();
        assertThat(file.name()).isEqualTo("x");
        assertThat(file.records()).isEqualTo("/Rows/Row");
        assertThat(file.flow()).isEmpty();
    }

    @Test
    void tellsEveryMistakeOfAFileAtOnceWithItsPlaceAndMend() {
        read("""
                flow: Customers!
                from:
                  system: erp
                  pull:
                    operation: List
                    request: |
                      <List>
                        <Since>${sicne}</Since>
                      </List>
                    records: A//B
                    every: soon
                    pgae: { size: 3 }
                to:
                  system: crm
                  upsert: PUT companies
                  partitions: 900
                fields: { name: Name }
                """);

        assertThat(problems)
                .extracting(problem -> problem.place().line() + " " + problem.code())
                .contains(
                        "1 wrong-value",
                        "3 missing-key",
                        "8 unknown-variable",
                        "10 bad-path",
                        "11 wrong-value",
                        "12 unknown-key",
                        "15 wrong-value",
                        "16 unknown-key");
        assertThat(problems)
                .extracting(Problem::mend)
                .contains(
                        "did you mean 'since'?", "did you mean 'page'?", "write a time span such as 30s, 5m or 1h30m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upsert: PUT /v1/companies/{externalId}|upsert: PUT /v1/companies/{externalID}|did you mean 'externalId'?",
                "status: status,|match: externlId,|did you mean 'externalId'?",
                "page: { size: 250, cursor: ListCustomersResponse/NextCursor }|page: { size: 250 }|write one of: cursor",
                "<Cursor>${cursor}</Cursor>|''|put ${cursor} into the request",
                "<Size>${size}</Size>|<Size>${record.No}</Size>|a listed record is known only in the 'detail' request",
                "since: { field: ChangedAt, overlap: 5m }|''|write since: { field: ChangedAt } under pull",
                "  key: CustomerNo|''|write key: Where the record's key stands",
                "every: 30s|every: 10ms|write 1s or more",
                "overlap: 5m|zone: Europe/Bonn|write a name such as Europe/Berlin",
                "overlap: 5m|format: QQQQQQQ|write something like yyyy-MM-dd HH:mm:ss",
                "system: crm|''|write system: The system's name",
                "upsert: PUT /v1/companies/{externalId}|''|write upsert: PUT /path/{field}",
                "upsert: PUT /v1/companies/{externalId}|create: POST /c, update: PUT /c|unknown",
            })
    void saysHowToMend(String right, String wrong, String mend) {
        read(FlowText.CUSTOMERS.replace(right, wrong.equals("''") ? "" : wrong));

        assertThat(problems)
                .extracting(Problem::toString)
                .anyMatch(text -> text.contains(mend) || mend.equals("unknown"));
        assertThat(problems).isNotEmpty();
    }

    @Test
    void refusesASystemNobodyConfigured() {
        Problems found = new Problems();
        Path file = FlowText.write(folder, "x.yaml", FlowText.CUSTOMERS.replace("system: crm", "system: crn"));

        assertThat(FlowReader.ofSystems(Set.of("erp", "crm")).read(file, found)).isNull();
        assertThat(found.list()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("unknown-system");
            assertThat(problem.place().line()).isEqualTo(18);
            assertThat(problem.mend()).startsWith("did you mean 'crm'?");
        });
    }

    @Test
    void givesAnotherHashToAChangedFile() {
        Flow before = flow(FlowText.CUSTOMERS);
        Flow after = flow(FlowText.CUSTOMERS.replace("name: Name", "name: Name1"));

        assertThat(after.hash()).isNotEqualTo(before.hash());
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        FlowText.read(folder.resolve("none.yaml"), problems);

        assertThat(problems)
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("there is no such file");
    }

    private @Nullable FlowFile read(String text) {
        return FlowText.read(FlowText.write(folder, "x.yaml", text), problems);
    }

    private Flow flow(String text) {
        FlowFile file = read(text);
        assertThat(problems).isEmpty();
        return requireNonNull(file).flow().orElseThrow();
    }
}
