package io.linkspan.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.record.Payload;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Most values get from the record to the target as characters, without an object for each; where a mapping is explained,
 * all of them go the long way. Both have to come to the same.
 */
class ShortWayTest {
    private static final String MAPPING = """
            flow: texts
            fields:
              plain: { from: In }
              attribute: { from: "@in" }
              trimmed: { from: In, trim: true }
              left: { from: In, trim: left }
              lower: { from: In, lower: true }
              upper: { from: "@in", trim: true, upper: true }
              turkish: { from: In, lower: tr }
              both: { from: In, trim: true, lower: true, lookup: { a: A, straße: S, n: "" }, otherwise: keep }
              code: { from: In, lookup: { A: 1, N: null, ABC: "x y", "12,5": 2.50, "ä": true }, otherwise: { value: other } }
              loose: { from: "@in", lookup: { table: { a: 1, abc: 2, Ä: 3 }, ignoreCase: true, trim: true }, otherwise: null }
              truth: { from: In, boolean: { true: [J, Ä], false: [N, A] }, otherwise: { value: false } }
              common: { from: In, boolean: common, otherwise: null }
              number: { from: In, decimal: de, otherwise: null }
              amount: { from: In, decimal: { scale: 2, locale: de }, otherwise: null }
              exact: { from: In, decimal: { scale: 2, locale: de, rounding: exact }, otherwise: null }
              many: { from: "@in", decimal: { scale: 15, locale: de }, otherwise: null }
              even: { from: In, decimal: { scale: 1, locale: de, rounding: half-even }, otherwise: null }
              bounded: { from: In, decimal: { scale: 1, locale: de, max: 100 }, otherwise: null }
              whole: { from: In, integer: de, otherwise: null }
              day: { from: In, date: yyyyMMdd, otherwise: null }
              isoDay: { from: In, date: true, otherwise: null }
              days: { from: "@in", date: [dd.MM.yyyy, yyyyMMdd], otherwise: null }
              openEnd: { from: In, date: { in: yyyyMMdd, openEnd: nothing }, otherwise: null }
              again: { from: In, lower: true, upper: true, trim: true }
              joined: { join: [{ from: In, trim: true }, "@in", { from: In, lower: true }], with: " / ", lower: true }
              nested: { join: [{ join: [In, "@in"], with: "-" }, { join: ["@in", { from: In, upper: true }], with: "+" }], with: "" }
              first: { coalesce: [{ from: In, trim: true }, "@in"] }
              standard: { from: In, trim: true, default: standard }
              below:
                each: Entry
                fields: { role: { from: "@role", lower: true }, name: { join: [{ from: First, trim: true }, Last], with: " " } }
            """;

    private static final List<String> ENTRIES = List.of(
            "<Entry role=\"A\"><First> X </First><Last>Y</Last></Entry>",
            "<Entry role=\"ä\"><Last>Y\"\\</Last></Entry><Entry/>",
            "<Entry role=\"\"><First>Ä</First><Last> </Last></Entry>");

    private final List<Mapping> mappings = List.of(
            Mappings.of(MAPPING),
            Mappings.of("flow: needed\nfields: { needed: { from: In, trim: true, lower: true, required: true } }"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0",
                " \u2007 ",
                "A",
                " A ",
                "\u00a0A",
                "A\u00a0",
                "a\u3000",
                "Ä",
                " ä",
                "straße",
                "İI",
                "ABC",
                "abc",
                "n",
                "N",
                " N ",
                "J",
                "K",
                "ja",
                "-",
                "\"q\" \\ \n\t x",
                "\u007f\u0080",
                "😀 a",
                "12,5",
                "-12,345",
                "-0,004",
                "-0",
                "0,005",
                "0,015",
                "1.234,565",
                "1.23",
                "1.234.567",
                "12.34,5",
                ",5",
                "5,",
                "+5",
                "5-",
                "(7)",
                "1e3",
                "1 000",
                "999999999999999999",
                "9999999999999999999",
                "0,000000000000000001",
                "123456789012345678,9",
                "12345678,1234567890",
                "99999999999999,995",
                "20240131",
                "20240230",
                " 20240229 ",
                "00000000",
                "99991231",
                "2024-01-31",
                "2024-02-30",
                "2024-01-31T10:00:00",
                "31.01.2024",
                "01.31.2024",
                "٣"
            })
    void comesToTheSameAsTheLongWay(String text) {
        records(text).forEach(record -> mappings.forEach(mapping -> check(mapping, record)));
    }

    private static void check(Mapping mapping, Payload record) {
        MappingResult shortWay = mapping.map(record);
        MappingResult longWay = mapping.explain(record, References.NONE);

        assertThat(text(shortWay)).isEqualTo(text(longWay));
        assertThat(shortWay.warnings()).isEqualTo(longWay.warnings());
        assertThat(shortWay.errors()).isEqualTo(longWay.errors());
    }

    private static String text(MappingResult result) {
        return result.output() == null ? "" : result.output().text();
    }

    private static List<Payload> records(String text) {
        String escaped = text.replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
        List<Payload> records = new ArrayList<>();
        for (String other : List.of(escaped, "B c", "")) {
            for (String entries : ENTRIES) {
                records.add(Payload.xml("<R in=\"" + other + "\"><In>" + escaped + "</In>" + entries + "</R>"));
                records.add(Payload.xml("<R in=\"" + escaped + "\"><In>" + other + "</In>" + entries + "</R>"));
            }
        }
        return records;
    }
}
