package io.linkspan.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.record.Payload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever record comes in, what goes out is a result, never an exception and never a wait. */
class RandomRecordsTest {
    private static final int TURNS = 4_000;
    private static final List<String> XML_PIECES = List.of(
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
            "😀");
    private static final List<String> JSON_PIECES = List.of(
            "{",
            "}",
            "\"a\":",
            "\"A\":",
            "\"l\"",
            "\"\\u00",
            "\\uD800",
            "\u0000",
            "1E999999999",
            "0.1",
            "true",
            "[",
            "]",
            ",",
            "1e5",
            "null",
            "\"x\"",
            "-",
            "tru");

    private static final Mapping MAPPING = Mappings.of("""
            fields:
              a: "A[@b='1' or position()=2]"
              l: { each: "//A[last()]", fields: { b: "@b", up: ../@b, t: text(), n: { from: ., integer: { otherwise: null } } } }
              x: A/xml()/R/A
              j: { each: A/json()/a }
              s: { each: "A/split('1')[2]" }
              h: { each: A/base64()/xml()/A }
              f: { each: "A[@b]", fields: { n: { each: followers()/@b, joined: "," }, t: { each: trail()/@b } } }
              k: { each: "*", fields: { name: name(), type: type(), v: "/R/A[.=$.]" } }
              e: { expr: "size(l) > 1 ? a : x" }
            """);

    @Test
    void xmlGivesAResult() {
        Fuzzing.turns(TURNS, random -> {
            String start = random.nextBoolean() ? "<R>" : "";
            maps(Payload.Format.XML, (start + Fuzzing.pieces(random, XML_PIECES, 40)).getBytes(StandardCharsets.UTF_8));
        });
    }

    @Test
    void jsonGivesAResult() {
        Fuzzing.turns(TURNS, random -> {
            String start = random.nextBoolean() ? "{\"A\":[" : "";
            maps(
                    Payload.Format.JSON,
                    (start + Fuzzing.pieces(random, JSON_PIECES, 40)).getBytes(StandardCharsets.UTF_8));
        });
    }

    @Test
    void bytesGiveAResult() {
        byte[] whole =
                "<?xml version='1.0' encoding='UTF-8'?><R b='2'><A b='1'>ä&amp;<![CDATA[x]]></A><A>&lt;R>&lt;A>1&lt;/A>&lt;/R></A></R>"
                        .getBytes(StandardCharsets.UTF_8);
        Fuzzing.turns(TURNS, random -> {
            byte[] record = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                record[random.nextInt(record.length)] = (byte) random.nextInt(256);
            }
            maps(Payload.Format.XML, record);
        });
    }

    private static void maps(Payload.Format format, byte[] record) {
        MappingResult result = MAPPING.map(new Payload(format, record));
        assertThat(result.output() != null || !result.errors().isEmpty()).isTrue();
    }
}
