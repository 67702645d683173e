package io.linkspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file made to hurt, whatever a developer gives it to, is refused with a clear error. */
class HostileFilesTest {
    private static final String SCHEMA = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>";

    @TempDir
    Path folder;

    static Stream<Arguments> mappings() {
        return Stream.of(
                Arguments.of("fields: { a: '" + "x".repeat(4_000_000) + "' }", "1:1 the file has more than 3000000"),
                Arguments.of(
                        "fields: { a: { from: A, pattern: '((a{1,1000}){1,1000}){1,1000}' } }",
                        "1:34 pattern would need too much memory"),
                Arguments.of(
                        "fields: { a: { from: A, pattern: '" + "(".repeat(3_000) + "' } }",
                        "1:34 pattern takes an expression"),
                Arguments.of("fields: " + "[".repeat(20_000), "1:1 Nesting Depth exceeded"),
                Arguments.of("fields: { a: { from: A, when: '!!int' } }", "1:31 a type stands where a value is wanted"),
                Arguments.of(
                        "fields: { a: A, e: { expr: '" + "[".repeat(3_000) + "a" + "]".repeat(3_000) + "' } }",
                        "1:29 the expression is not understood"));
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void refusesAHostileMapping(String mapping, String told) {
        Called called = Called.with("lint", Called.file(folder, "hostile.yaml", mapping));

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.out()).contains("hostile.yaml:" + told);
    }

    @Test
    void refusesFilesThatUseEachOtherWithoutEnd() {
        IntStream.range(0, 26)
                .forEach(i -> Called.file(
                        folder,
                        "f" + i + ".yaml",
                        "fields: { a: { object: X, use: f" + (i + 1) + ".yaml }, b: { object: Y, use: f" + (i + 1)
                                + ".yaml } }"));
        Called.file(folder, "f26.yaml", "fields: { z: Z }");
        Called called = Called.with("lint", Called.file(folder, "hostile.yaml", "use: f0.yaml\nfields: { c: C }"));

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.out()).contains("more than 1000 times a shared file is used");
    }

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of("r.xml", "<R>" + many("<a#/>") + "</R>", "more than 5000 different fields"),
                Arguments.of("r.json", "{" + many("\"a#\":1,") + "\"z\":1}", "more than 5000 different fields"),
                Arguments.of("r.xml", "<R" + many(" a#='1'") + "/>", "attributes"),
                Arguments.of("r.xml", "<a>".repeat(10_000), "depth"),
                Arguments.of("r.json", "[".repeat(10_000), "nesting depth"),
                Arguments.of("r.xml", "<!DOCTYPE R [<!ENTITY a 'b'>]><R>&a;</R>", "DOCTYPE"));
    }

    private static String many(String piece) {
        StringBuilder all = new StringBuilder();
        IntStream.range(0, 20_000).forEach(i -> all.append(piece.replace("#", Integer.toString(i))));
        return all.toString();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refusesAHostileSample(String name, String sample, String told) {
        Called called = Called.with("init", "--out", "-", "--sample", Called.file(folder, name, sample));

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains(told).hasLineCount(1);
    }

    static Stream<String> schemas() {
        String nested = "<xs:complexType><xs:sequence><xs:element name='a'>";
        String ends = "</xs:element></xs:sequence></xs:complexType>";
        return Stream.of(
                SCHEMA + "<xs:element name='R'>" + nested.repeat(3_000) + ends.repeat(3_000)
                        + "</xs:element></xs:schema>",
                SCHEMA + "<xs:element name='R'><xs:complexType><xs:group ref='G'/></xs:complexType></xs:element>"
                        + "<xs:group name='G'><xs:sequence><xs:group ref='G'/></xs:sequence></xs:group></xs:schema>",
                "<!DOCTYPE x [<!ENTITY a 'b'>]>" + SCHEMA + "</xs:schema>");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void refusesAHostileSchema(String schema) {
        Called called =
                Called.with("init", "--out", "-", "--element", "R", "--xsd", Called.file(folder, "r.xsd", schema));

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains("r.xsd").hasLineCount(1);
    }

    @Test
    void cutsTypesThatUnfoldDoublyShort() {
        String types = IntStream.range(0, 28)
                .mapToObj(i ->
                        "<xs:complexType name='T%d'><xs:sequence><xs:element name='a' type='T%d'/>".formatted(i, i + 1)
                                + "<xs:element name='b' type='T%d'/></xs:sequence></xs:complexType>".formatted(i + 1))
                .collect(Collectors.joining());
        String schema = SCHEMA + "<xs:element name='R' type='T0'/>" + types
                + "<xs:simpleType name='T28'><xs:restriction base='xs:string'/></xs:simpleType></xs:schema>";

        Called called =
                Called.with("init", "--out", "-", "--element", "R", "--xsd", Called.file(folder, "r.xsd", schema));

        assertThat(called.exitCode()).as(called.err()).isZero();
        assertThat(called.out().lines().count()).isBetween(10L, 10_000L);
    }
}
