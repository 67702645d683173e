package io.linkspan.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Joins within a record: in long lists elements are found by their values, and are the same as in short ones. */
class JoinTest {
    /** Rows of numbers that come again, some of them missing, nil, doubled, or written otherwise. */
    private static String record(int rows) {
        String all = IntStream.range(0, rows)
                .mapToObj(row -> "<Row kind='" + row % 3 + "'>"
                        + switch (row % 11) {
                            case 3 -> "";
                            case 5 -> "<No xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'/>";
                            case 7 -> "<No>n" + row % 7 + "</No><No>N" + row % 5 + "</No><No>n" + row % 7 + "</No>";
                            default -> "<No>N" + row % 7 + "</No>";
                        }
                        + "<Item>" + row + "</Item></Row>")
                .collect(Collectors.joining());
        return "<R>" + all + "</R>";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    No=$No              | ''
                    $No=No              | ''
                    No=$No              | [2]
                    No=$No              | [last()]
                    No=$No and @kind='1'| ''
                    @kind='1' and No=$No| [1]
                    lower(No)=lower($No) | ''
                    @kind=$@kind        | [position()=$position()]
                    No=$Absent          | ''
                    """)
    void findsTheSameElementsAsWithoutAnIndex(String condition, String then) {
        String mapping = """
                flow: joins
                fields:
                  rows: { each: Row, fields: { item: Item, same: { each: "/Row[%s]%s/Item" }, first: "/Row[%s]%s/Item" } }
                """;
        // an alternative that is never there keeps the engine from looking the value up
        String slow = "(" + condition + ") or No='?'";

        for (int rows : new int[] {1, 15, 16, 17, 80}) {
            assertThat(Mappings.output(Mappings.of(mapping.formatted(condition, then, condition, then)), record(rows)))
                    .isEqualTo(Mappings.output(Mappings.of(mapping.formatted(slow, then, slow, then)), record(rows)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40})
    void forgetsTheRecordBefore(int rows) {
        Mapping mapping = Mappings.of(
                "flow: joins\nfields: { rows: { each: Row, fields: { same: { each: '/Row[No=$No]/Item', count: true } } } }");
        String other = record(rows).replace("N1", "N2");
        String fresh = Mappings.output(mapping, other);

        Mappings.output(mapping, record(rows));

        assertThat(Mappings.output(mapping, other)).isEqualTo(fresh);
    }
}
