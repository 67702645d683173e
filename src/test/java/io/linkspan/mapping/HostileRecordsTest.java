package io.linkspan.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.record.Payload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record made to hurt ends as one clear error. */
class HostileRecordsTest {
    private static final Mapping MAPPING = Mappings.of("""
            fields:
              a: A
              all: { each: //A }
              deep: //X//Y//Z
              held: { each: H/xml()//B }
              json: H/json()/a
              b: A/@b
            """);

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("deep XML", "<a>".repeat(10_000) + "</a>".repeat(10_000), "too_large"),
                Arguments.of(
                        "deep wanted XML", "<R>" + "<A>".repeat(10_000) + "</A>".repeat(10_000) + "</R>", "too_large"),
                Arguments.of("deep JSON", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), "too_large"),
                Arguments.of("deep JSON list", "[".repeat(10_000) + "]".repeat(10_000), "too_large"),
                Arguments.of("a long text", "<R><A>" + "x".repeat(17_000_000) + "</A></R>", "too_large"),
                Arguments.of("many attributes", "<R " + attributes(20_000) + "/>", "too_large"),
                Arguments.of("a million attributes", "<R " + attributes(1_000_000) + "/>", "too_large"),
                Arguments.of(
                        "a million namespaces",
                        "<R " + attributes(1_000_000).replace(" a", " xmlns:a") + "/>",
                        "too_large"),
                Arguments.of("200,000 element names", "<R>" + elements(200_000) + "</R>", "too_large"),
                Arguments.of(
                        "200,000 attribute names",
                        "<R>" + attributes(200_000).replaceAll("( a\\d+='1'){1,100}", "<A$0/>") + "</R>",
                        "too_large"),
                Arguments.of(
                        "200,000 names within what nobody wants",
                        "<R><U>" + elements(200_000) + "</U></R>",
                        "too_large"),
                Arguments.of(
                        "200,000 prefixes",
                        "<R>" + elements(200_000).replaceAll("<(\\w+)/>", "<$1:A xmlns:$1='u'/>") + "</R>",
                        "too_large"),
                Arguments.of(
                        "200,000 instructions",
                        "<R>" + elements(200_000).replaceAll("<(\\w+)/>", "<?$1 ?>") + "</R>",
                        "too_large"),
                Arguments.of("a long attribute", "<R><A b='" + "x".repeat(17_000_000) + "'/></R>", "too_large"),
                Arguments.of("100 MB of text", "<R><A>" + "x".repeat(100_000_000) + "</A></R>", "too_large"),
                Arguments.of("a number to the power of 2^31", "{\"a\":1E9999999999}", "too_large"),
                Arguments.of("many elements", "<R>" + "<A/>".repeat(1_000_001) + "</R>", "too_large"),
                Arguments.of("many values", "{\"A\":[" + "1,".repeat(1_000_001) + "1]}", "too_large"),
                Arguments.of(
                        "a bomb of entities",
                        "<!DOCTYPE R [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;&a;'>]><R><A>&b;</A></R>",
                        "doctype_refused"),
                Arguments.of("a file from outside", "<!DOCTYPE R SYSTEM 'file:///etc/passwd'><R/>", "doctype_refused"),
                Arguments.of("an unknown entity", "<R><A>&x;</A></R>", "not_well_formed"),
                Arguments.of("a prefix that is none", "<R><xmlns:A/></R>", "not_well_formed"),
                Arguments.of("half a record", "<R><A>x", "not_well_formed"),
                Arguments.of("nothing", "", "not_well_formed"),
                Arguments.of("two roots", "<R/><R/>", "not_well_formed"),
                Arguments.of("half a JSON", "{\"a\":", "not_well_formed"),
                Arguments.of("a number that is none", "{\"a\":1e}", "not_well_formed"),
                Arguments.of("JSON and more", "{} {}", "not_well_formed"));
    }

    private static String elements(int count) {
        StringBuilder elements = new StringBuilder();
        for (int i = 0; i < count; i++) {
            elements.append("<e").append(i).append("/>");
        }
        return elements.toString();
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append(" a").append(i).append("='1'");
        }
        return attributes.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void endsAsOneError(String name, String record, String code) {
        boolean json = record.startsWith("{") || record.startsWith("[");
        MappingResult result = MAPPING.map(json ? Payload.json(record) : Payload.xml(record));
        assertThat(result.output()).isNull();
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo(code));
    }

    @Test
    void saysWhereALimitWasPassed() {
        MappingResult result = MAPPING.map(Payload.xml("<R>\n<A>" + "<B>".repeat(300)));
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.detail())
                        .startsWith("line 2, column ")
                        .endsWith("the record has more than 200 levels"));
    }

    @Test
    void saysWhereTheElementOfTooManyAttributesBegins() {
        MappingResult result = MAPPING.map(Payload.xml("<R>\n <A " + attributes(50_000) + "/></R>"));
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.detail())
                        .isEqualTo("line 2, column 2: the record has an element of more than 1000 attributes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "ISO-8859-1"})
    void refusesAMillionAttributesInAnyEncoding(String encoding) {
        String record = "<?xml version='1.0' encoding='" + encoding + "'?><R" + attributes(1_000_000) + "/>";
        MappingResult result = MAPPING.map(new Payload(Payload.Format.XML, record.getBytes(Charset.forName(encoding))));
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("too_large"));
    }

    @Test
    void aRecordMayHaveManyNamesWhereItsLimitSaysSo() {
        String record = "<R>" + elements(10_001) + "<A>x</A></R>";
        assertThat(MAPPING.map(Payload.xml(record)).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.detail())
                        .startsWith("line 1, column ")
                        .endsWith("the record has more than 10000 different names of elements and attributes"));
        Mapping larger = Mappings.of("limits: { names: 20000 }\nfields: { a: A }");
        assertThat(Mappings.output(larger, record)).isEqualTo("{\"a\":\"x\"}");
    }

    @Test
    void recordsWithEverNewNamesAreReadAsEver() {
        Mapping mapping = Mappings.of("fields: { a: A }");
        for (int i = 0; i < 20_000; i++) {
            assertThat(Mappings.output(mapping, "<R><n" + i + "/><A>x</A></R>")).isEqualTo("{\"a\":\"x\"}");
        }
    }

    @Test
    void aDocumentInATextIsHeldToTheSameNames() {
        MappingResult result = MAPPING.map(Payload.xml("<R><H><![CDATA[<B>" + elements(20_000) + "</B>]]></H></R>"));
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("too_large"));
    }

    @ParameterizedTest
    @CsvSource({
        "<R><A>x</A></R>, ",
        "<!DOCTYPE R []><R/>, doctype_refused",
        "<R><A>x, not_well_formed",
        "<R><A/><A b='<'/></R>, not_well_formed"
    })
    void utf16WithoutAMarkEndsAsAnyOther(String text, @Nullable String code) {
        for (Charset encoding : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] record = ("<?xml version='1.0' encoding='UTF-16'?>" + text).getBytes(encoding);
            assertThat(MAPPING.map(new Payload(Payload.Format.XML, record)).errors())
                    .extracting(Note::code)
                    .isEqualTo(code == null ? List.of() : List.of(code));
        }
    }

    @Test
    void aDocumentInATextIsHeldToTheSameAttributes() {
        MappingResult result = MAPPING.map(Payload.xml("<R><H><![CDATA[<B " + attributes(1_000_000) + "/>]]></H></R>"));
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("too_large"));
    }

    @Test
    void textThatLooksLikeAttributesIsText() {
        String much = " a='1'".repeat(5_000);
        String record = "<R><!-- < x" + much + " --><A b='&gt;&lt; >'>x" + much + " > " + much + "</A><A><![CDATA[a < b"
                + much + "]]></A></R>";
        assertThat(Mappings.output(Mappings.of("fields: { a: \"A[2]\" }"), record))
                .startsWith("{\"a\":\"a < b a='1' a='1'");
    }

    @Test
    void aRecordWithinTheLimitsOfDepthIsReadByDeepPaths() {
        String nested = "<X>".repeat(60) + "<Y>".repeat(60) + "<Z>z</Z>" + "</Y>".repeat(60) + "</X>".repeat(60);
        assertThat(Mappings.output(MAPPING, "<R>" + nested + "</R>")).contains("\"deep\":\"z\"");
    }

    @Test
    void aDocumentInATextIsHeldToTheSameLimits() {
        String bomb = "&lt;B>".repeat(500) + "&lt;/B>".repeat(500);
        MappingResult result = MAPPING.map(Payload.xml("<R><H>" + bomb + "</H></R>"));
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("too_large"));
    }

    @Test
    void aNumberOfManyZerosIsAnErrorOfItsField() {
        Mapping mapping = Mappings.of("fields: { n: n }");
        MappingResult result = mapping.map(Payload.json("{\"n\":1e999999}"));
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("number_too_large"));
    }

    @Test
    void aLoopOverLoopsEnds() {
        Mapping mapping = Mappings.of("""
                fields:
                  l: { each: L }
                  e: { expr: "l.all(a, l.all(b, l.all(c, a == b || b == c || true)))" }
                """);
        MappingResult result = mapping.map(Payload.xml("<R>" + "<L>x</L>".repeat(2_000) + "</R>"));
        assertThat(result.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("expression"));
    }

    @Test
    void aPatternTakesTimeForItsTextOnly() {
        Mapping mapping = Mappings.of("fields: { a: { from: A, pattern: '(a+)+$' } }");
        long begun = System.nanoTime();
        MappingResult result = mapping.map(Payload.xml("<R><A>" + "a".repeat(1_000_000) + "!</A></R>"));
        assertThat(result.errors()).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void theRecordAfterAHostileOneIsMappedAsEver() {
        MAPPING.map(Payload.xml("<R><A>x"));
        assertThat(Mappings.output(MAPPING, "<R><A>x</A></R>")).isEqualTo("{\"a\":\"x\",\"all\":[\"x\"],\"held\":[]}");
    }
}
