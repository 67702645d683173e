package io.linkspan.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.mapping.path.Namespaces;
import io.linkspan.mapping.path.PathParser;
import io.linkspan.record.Payload;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever stands in a mapping file, it is compiled or its problems are told: never an exception and never a wait. */
class RandomMappingsTest {
    private static final int TURNS = 1_000;
    private static final List<String> PATH_PIECES = List.of(
            "A",
            "b",
            "/",
            "//",
            "..",
            ".",
            "@",
            "*",
            "**",
            "[",
            "]",
            "(",
            ")",
            "'",
            "\"",
            "=",
            "!=",
            "<",
            ">",
            "and",
            " or ",
            "not(",
            "last()",
            "position()",
            "text()",
            "xml()",
            "json()",
            "base64()",
            "split(';')",
            "followers()",
            "trail()",
            "$",
            "1",
            "-1",
            "0.5",
            "1E99999999",
            "p:",
            "contains(",
            ",",
            " ",
            "é",
            "\n");
    private static final List<String> EXPRESSION_PIECES = List.of(
            "a",
            "x",
            "l",
            "l[0]",
            ".b",
            ".n",
            "size(",
            ".all(i, ",
            ".map(i, ",
            ".filter(i, ",
            ".exists_one(i, ",
            "i",
            "has(",
            ".matches(",
            ".startsWith(",
            "trim(",
            "decimal(",
            "date(",
            "timestamp(",
            "duration(",
            "string(",
            "int(",
            "double(",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ",",
            " ? ",
            " : ",
            " && ",
            " || ",
            "!",
            "-",
            " + ",
            " - ",
            " * ",
            " / ",
            " % ",
            " == ",
            " != ",
            " < ",
            " >= ",
            " in ",
            "null",
            "true",
            "1",
            "0",
            "-9223372036854775808",
            "9223372036854775807",
            "18446744073709551615u",
            "1.5e300",
            "'x'",
            "'(a+)+$'",
            "b'x'",
            "r'\\d'",
            "'\\u00",
            ".",
            "@",
            "$",
            "é");
    private static final List<String> YAML_PIECES = List.of(
            "\n",
            "\n  ",
            "\n    ",
            " ",
            "\t",
            "- ",
            ": ",
            ":",
            "? ",
            ", ",
            "{",
            "}",
            "[",
            "]",
            "&a ",
            "*a",
            "&b ",
            "*b",
            "<<: ",
            "| \n",
            "> \n",
            "'",
            "\"",
            "\\x",
            "!!int ",
            "!!python/object ",
            "!t ",
            "%YAML 1.2\n",
            "---\n",
            "...\n",
            "#",
            "fields",
            "from",
            "each",
            "lookup",
            "trim",
            "true",
            "null",
            "~",
            "1",
            "1e9",
            "a",
            "A",
            "\u0000",
            "\uFEFF",
            "é",
            "😀");
    private static final String FILE = """
            namespaces: { p: urn:p }
            zone: Europe/Berlin
            limits: { size: 1MB, depth: 50 }
            fields:
              a: { from: "p:A[@b='1']", trim: true, max: 10, otherwise: keep }
              b.c: { from: B, decimal: { scale: 2, locale: de }, required: true }
              d: { from: D, date: [yyyyMMdd, dd.MM.yyyy], empty: null }
              e: { from: E, lookup: { A: 1, B: "x" }, otherwise: { value: 0 } }
              g: { join: [A, { from: B, upper: true }], with: "-" }
              l: { each: L/M, sort: n, distinct: n, fields: { n: { from: "@n", integer: true }, r: { from: ., replace: { "a+": "b" } } } }
              x: { expr: "size(l) > 1 ? a : 'none'", when: "a != null" }
            check:
              - { that: "a != 'z'", field: a, message: not z }
            """;

    @Test
    void pathsGiveAPathOrAProblem() {
        Fuzzing.turns(4 * TURNS, random -> {
            String path = Fuzzing.pieces(random, PATH_PIECES, 12);
            Problems problems = new Problems();
            boolean read =
                    PathParser.parse(new YamlText(new Place("p", 1, 1), path, true), Namespaces.NONE, problems) != null;
            assertThat(read).isEqualTo(problems.list().isEmpty());
        });
    }

    @Test
    void mappingsWithSuchPathsCompileOrSayWhyNot() {
        Fuzzing.turns(TURNS, random -> {
            String path = Fuzzing.pieces(random, PATH_PIECES, 8)
                    .replace("\"", "")
                    .replace("\n", "")
                    .replace("\\", "");
            compilesAndMaps("fields:\n  a: \"" + path + "\"\n  b: { each: \"" + path + "\", fields: { c: \"" + path
                    + "\" } }\n");
        });
    }

    @Test
    void expressionsCompileOrSayWhyNot() {
        Fuzzing.turns(TURNS, random -> {
            String expression = Fuzzing.pieces(random, EXPRESSION_PIECES, 10).replace("'", "''");
            compilesAndMaps("fields:\n  a: { from: A }\n  x: { from: X, decimal: true }\n"
                    + "  l: { each: //A, fields: { b: \"@b\", n: { from: ., integer: { otherwise: null } } } }\n  e: { expr: '"
                    + expression + "' }\n  w: { from: A, when: '" + expression + "' }\n");
        });
    }

    @Test
    void filesThatAreNoMappingSayWhyNot() {
        Fuzzing.turns(TURNS, random -> compilesAndMaps(Fuzzing.pieces(random, YAML_PIECES, 40)));
    }

    @Test
    void changedFilesCompileOrSayWhyNot() {
        Fuzzing.turns(TURNS, random -> compilesAndMaps(Fuzzing.changed(random, FILE, YAML_PIECES)));
    }

    private static void compilesAndMaps(String yaml) {
        if (Mappings.problems(yaml).isEmpty()) {
            MappingResult result = Mappings.of(yaml)
                    .map(
                            Payload.xml(
                                    "<R><A b='1'><b>x</b></A><A>1</A><B>1.234,5</B><D>20240131</D><X>7</X><L><M n='2'>a</M></L></R>"));
            assertThat(result.output() != null || !result.errors().isEmpty()).isTrue();
        }
    }
}
