package io.linkspan.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.linkspan.mapping.path.Namespaces;
import io.linkspan.mapping.path.PathParser;
import io.linkspan.record.Payload;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Whatever comes in, what goes out is a result or a problem, never another exception. Seeded: a failure can be repeated. */
class RandomInputTest {
    private static final int TURNS = 4_000;
    private static final List<String> PIECES = List.of(
            "<R>",
            "</R>",
            "<A",
            " b='1'",
            " b=\"",
            ">",
            "/>",
            "</A>",
            "text",
            "&amp;",
            "&lt",
            "&#x",
            "&#0;",
            ";",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?pi",
            "?>",
            "<!DOCTYPE R [",
            "]>",
            "<?xml version='1.0'?>",
            "xmlns='u'",
            "xmlns:p='u'",
            "<p:A>",
            "xsi:nil='true'",
            "\u0000",
            "\uFFFF",
            "é",
            "😀",
            "{",
            "}",
            "\"a\":",
            "[",
            "]",
            ",",
            "1e5",
            "null",
            "\"x\"",
            "-",
            "tru");
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

    private static final Mapping MAPPING = Mappings.of("""
            fields:
              a: "A[@b='1' or position()=2]"
              l: { each: "//A[last()]", fields: { b: "@b", up: ../@b, t: text(), n: { from: ., integer: { otherwise: null } } } }
              x: A/xml()/R/A
              j: { each: A/json()/a }
              k: { each: "*", fields: { name: name(), type: type(), v: "/R/A[.=$.]" } }
              e: { expr: "size(l) > 1 ? a : x" }
            """);

    @Test
    void recordsGiveAResult() {
        RandomGenerator random = seeded(20240601);
        for (int i = 0; i < TURNS; i++) {
            byte[] record = (random.nextBoolean() ? "<R>" : "")
                    .concat(pieces(random, PIECES, 40))
                    .getBytes(StandardCharsets.UTF_8);
            Payload.Format format = random.nextInt(4) == 0 ? Payload.Format.JSON : Payload.Format.XML;
            MappingResult result = MAPPING.map(new Payload(format, record));
            assertThat(result.output() != null || !result.errors().isEmpty()).isTrue();
        }
    }

    @Test
    void bytesGiveAResult() {
        RandomGenerator random = seeded(20240602);
        byte[] whole =
                "<?xml version='1.0' encoding='UTF-8'?><R b='2'><A b='1'>ä&amp;<![CDATA[x]]></A><A>&lt;R>&lt;A>1&lt;/A>&lt;/R></A></R>"
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < TURNS; i++) {
            byte[] record = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                record[random.nextInt(record.length)] = (byte) random.nextInt(256);
            }
            MappingResult result = MAPPING.map(new Payload(Payload.Format.XML, record));
            assertThat(result.output() != null || !result.errors().isEmpty()).isTrue();
        }
    }

    @Test
    void pathsGiveAPathOrAProblem() {
        RandomGenerator random = seeded(20240603);
        for (int i = 0; i < TURNS; i++) {
            String path = pieces(random, PATH_PIECES, 12);
            Problems problems = new Problems();
            boolean read =
                    PathParser.parse(new YamlText(new Place("p", 1, 1), path, true), Namespaces.NONE, problems) != null;
            assertThat(read).as(path).isEqualTo(problems.list().isEmpty());
        }
    }

    @Test
    void mappingsWithSuchPathsCompileOrSayWhyNot() {
        RandomGenerator random = seeded(20240604);
        for (int i = 0; i < TURNS / 4; i++) {
            String path = pieces(random, PATH_PIECES, 8).replace("\"", "").replace("\n", "");
            String yaml = "fields:\n  a: \"" + path + "\"\n  b: { each: \"" + path + "\", fields: { c: \"" + path
                    + "\" } }\n";
            assertThatCode(() -> {
                        if (Mappings.problems(yaml).isEmpty()) {
                            Mappings.of(yaml).map(Payload.xml("<R><A b='1'><b>x</b></A><A/></R>"));
                        }
                    })
                    .as(yaml)
                    .doesNotThrowAnyException();
        }
    }

    private static RandomGenerator seeded(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static String pieces(RandomGenerator random, List<String> pieces, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
