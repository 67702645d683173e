package io.linkspan.system.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.record.Payload;
import io.linkspan.system.answer.UnreadableAnswer.Why;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRecordsTest {
    private final List<String> records = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                ". | [{\"a\":1},{\"a\":2}] | {\"a\":1}; {\"a\":2}",
                ". | {\"a\":1} | {\"a\":1}",
                ". | {\"a\":1}↵{\"a\":2}↵ | {\"a\":1}; {\"a\":2}",
                "data/list | {\"x\":[1],\"data\":{\"list\":[{\"a\":1},{\"a\":2}]}} | {\"a\":1}; {\"a\":2}",
                "/data | {\"data\":{\"a\":1}} | {\"a\":1}",
                "pages/items | {\"pages\":[{\"items\":[1]},{\"items\":[2,null,\"3\"]}]} | 1; 2; \"3\"",
                "*/items | {\"a\":{\"items\":[true]},\"b\":{\"items\":[false]}} | true; false",
            })
    void findsTheRecordsWhereverTheyStand(String path, String document, String expected) throws Exception {
        scan(AnswerShape.ofRecords(path), document.replace('↵', '\n'));

        assertThat(String.join("; ", records)).isEqualTo(expected);
    }

    @Test
    void keepsTheDigitsOfNumbersAndTheCharactersOfTexts() throws Exception {
        String record =
                "{\"n\":1.10,\"big\":123456789012345678901234567890.0,\"e\":1E+2,\"t\":\"ü👩‍👧\\\"\\n\",\"z\":null}";

        scan(AnswerShape.ofRecords("."), record);

        assertThat(records).containsExactly(record);
    }

    @Test
    void reportsValuesAndDropsWhatIsToBeLeftOut() throws Exception {
        AnswerShape shape = new AnswerShape(
                "items",
                "items",
                List.of("next", "@odata.count", "gone"),
                List.of("secret", "a/pin"),
                AnswerShape.Limits.DEFAULT);

        ScannedAnswer answer = scan(
                shape,
                "{\"@odata.count\":2,\"gone\":null,\"items\":[{\"a\":{\"pin\":1,\"b\":2},\"secret\":[3]}],\"next\":17}");

        assertThat(records).containsExactly("{\"a\":{\"b\":2}}");
        assertThat(answer.values()).isEqualTo(Map.of("next", "17", "@odata.count", "2"));
        assertThat(answer.expected()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16BE", "UTF-16LE"})
    void readsEveryEncodingJsonHasHad(String charset) throws Exception {
        byte[] bytes = "[\"ü\"]".getBytes(Charset.forName(charset));

        scan(AnswerShape.ofRecords("."), bytes);

        assertThat(records).containsExactly("\"ü\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[{\"a\":1},↵{\"a\" | CUT_OFF | line 2, column",
                "[{\"a\":1},↵{a:1}] | MALFORMED | line 2, column",
                "[{\"a\":1,\"a\":2}] | MALFORMED | line 1, column",
                "[[[[[[[[[[[[1]]]]]]]]]]]] | TOO_DEEP | deeper than 10",
                "[\"this is more than fifty bytes, and fifty is the limit of a record\"] | TOO_LARGE | line 1",
                "[[\"twenty bytes or more\",\"twenty bytes or more\",\"twenty bytes or more\"]] | ~~ | ~~",
                "[{\"a\":\"twenty bytes or more\",\"b\":\"twenty bytes or more\"}] | TOO_LARGE | line 1",
            })
    void saysWhatIsWrongAndWhere(String document, String why, String place) throws Exception {
        AnswerShape shape = new AnswerShape(".", null, List.of(), List.of(), new AnswerShape.Limits(10, 50, 1000));
        if (why.isEmpty()) {
            assertThat(scan(shape, document).records()).isEqualTo(3);
            return;
        }
        assertThatThrownBy(() -> scan(shape, document.replace('↵', '\n')))
                .isInstanceOfSatisfying(
                        UnreadableAnswer.class,
                        broken -> assertThat(broken.why()).isEqualTo(Why.valueOf(why)))
                .hasMessageContaining(place);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThatThrownBy(() -> scan(AnswerShape.ofRecords("."), "[\"ü\"]".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        UnreadableAnswer.class,
                        broken -> assertThat(broken.why()).isEqualTo(Why.ENCODING));
    }

    private ScannedAnswer scan(AnswerShape shape, String document) throws Exception {
        return scan(shape, document.getBytes(StandardCharsets.UTF_8));
    }

    private ScannedAnswer scan(AnswerShape shape, byte[] document) throws Exception {
        return new RecordScanner(shape)
                .scan(
                        new ByteArrayInputStream(document),
                        Payload.Format.JSON,
                        null,
                        record -> records.add(record.text()));
    }
}
