package io.linkspan.system.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.record.Payload;
import io.linkspan.system.answer.UnreadableAnswer.Why;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRecordsTest {
    private final List<String> records = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"R/x", "/R/x", "*/x", "R/*"})
    void cutsTheRecordsOutOfABareDocument(String path) throws Exception {
        scan(AnswerShape.ofRecords(path), "<R><x>1</x><x a='2'/></R>");

        assertThat(records).containsExactly("<x>1</x>", "<x a=\"2\"/>");
    }

    @Test
    void takesTheRootForTheRecordWhereThePathEndsThere() throws Exception {
        scan(AnswerShape.ofRecords("Customer"), "<Customer><No>7</No></Customer>");

        assertThat(records).containsExactly("<Customer><No>7</No></Customer>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope"})
    void stepsIntoTheBodyOfAnEnvelopeOfEitherVersion(String soap) throws Exception {
        scan(
                AnswerShape.ofRecords("List/x"),
                "<e:Envelope xmlns:e='" + soap + "'><e:Header><List><x>no</x></List></e:Header>"
                        + "<e:Body><List><x>yes</x></List></e:Body></e:Envelope>");

        assertThat(records).containsExactly("<x>yes</x>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<R xmlns:n='u:n'><n:x/></R> | <n:x xmlns:n=\"u:n\"/>",
                "<R xmlns='u:d'><x><y/></x></R> | <x xmlns=\"u:d\"><y/></x>",
                "<R xmlns='u:d'><x xmlns=''><y/></x></R> | <x xmlns=\"\"><y/></x>",
                "<R xmlns:a='u:a' xmlns:b='u:b'><x><b:y a:z='1'/></x></R> |"
                        + " <x xmlns:a=\"u:a\" xmlns:b=\"u:b\"><b:y a:z=\"1\"/></x>",
                "<R xmlns:i='http://www.w3.org/2001/XMLSchema-instance' xmlns:t='u:t' xmlns:un='u:un'><x i:type='t:c'/></R> |"
                        + " <x xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:t=\"u:t\" i:type=\"t:c\"/>",
                "<R xmlns:p='u:outer'><x><y xmlns:p='u:inner'><p:z/></y><p:w/></x></R> |"
                        + " <x xmlns:p=\"u:outer\"><y xmlns:p=\"u:inner\"><p:z/></y><p:w/></x>",
                "<R><x>a<![CDATA[<&>]]>b&amp;&#65;&lt;</x></R> | <x>a&lt;&amp;&gt;b&amp;A&lt;</x>",
                "<R><x a='1&#10;2&#9;&quot;&amp;'>&#13;</x></R> | <x a=\"1&#10;2&#9;&quot;&amp;\">&#13;</x>",
                "<R><x><!-- no -->1<?no no?>2</x></R> | <x>12</x>",
                "<R><x t=':[1200]' u='xsd:'/></R> | <x t=\":[1200]\" u=\"xsd:\"/>",
                "<R><x xml:lang='de'>ü👩‍👧</x></R> | <x xml:lang=\"de\">ü👩‍👧</x>",
            })
    void leavesEachRecordStandingByItself(String document, String record) throws Exception {
        scan(AnswerShape.ofRecords("R/*"), document);

        assertThat(records).containsExactly(record);
    }

    @Test
    void dropsWhatIsToBeLeftOut() throws Exception {
        AnswerShape shape = new AnswerShape(
                "R/x", null, List.of(), List.of("secret", "login/@password", "*/pin"), AnswerShape.Limits.DEFAULT);

        scan(
                shape,
                "<R><x><a/><secret>s<deep>3</deep></secret><login password='p' user='u'><pin>1</pin></login></x></R>");

        assertThat(records).containsExactly("<x><a/><login user=\"u\"/></x>");
    }

    @Test
    void reportsValuesAroundAndWithinTheRecords() throws Exception {
        AnswerShape shape = new AnswerShape(
                "R/List/x",
                "R/List",
                List.of("R/next", "R/List/@count", "R/List/x/id", "R/none", "R/nothing"),
                List.of(),
                AnswerShape.Limits.DEFAULT);

        ScannedAnswer answer = scan(
                shape,
                "<R xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><List count='2'><x><id>1</id></x><x><id>2</id></x>"
                        + "</List><next>a<!-- -->b</next><none i:nil='true'/></R>");

        assertThat(answer.values())
                .containsOnly(
                        java.util.Map.entry("R/next", "ab"),
                        java.util.Map.entry("R/List/@count", "2"),
                        java.util.Map.entry("R/List/x/id", "1"));
        assertThat(answer.expected()).isTrue();
        assertThat(answer.records()).isEqualTo(2);
    }

    @Test
    void stopsBeforeTheRecordsWhenAnErrorIsToldFirst() throws Exception {
        AnswerShape shape = new AnswerShape("R/x", null, List.of("R/status"), List.of(), AnswerShape.Limits.DEFAULT);
        AnswerHandler refusing = new AnswerHandler() {
            @Override
            public void record(Payload record) {
                records.add(record.text());
            }

            @Override
            public boolean value(String path, String value) {
                return false;
            }
        };

        new RecordScanner(shape)
                .scan(stream("<R><x>1</x><status>BAD</status><x>2</x>"), Payload.Format.XML, null, refusing);

        assertThat(records).containsExactly("<x>1</x>");
    }

    @Test
    void countsAnElementThatSaysNilAsNoRecord() throws Exception {
        ScannedAnswer answer = scan(
                AnswerShape.ofRecords("R/x"),
                "<R xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><x i:nil='true'/><x/></R>");

        assertThat(answer.records()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8, ", "ISO-8859-1, ISO-8859-1, ", "windows-1252, windows-1252, ", "UTF-16, UTF-16, ",
        "UTF-16LE, UTF-16LE, ", "ISO-8859-1, UTF-8, ISO-8859-1", "UTF-8, ISO-8859-1, UTF-8", "UTF-16BE, UTF-8, utf-16be"
    })
    void readsTheEncodingTheDocumentOrTheTransportNames(String actual, String declared, @Nullable String transport)
            throws Exception {
        String document = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?><R><x>Zürich</x></R>";

        scan(
                AnswerShape.ofRecords("R/x"),
                new ByteArrayInputStream(document.getBytes(Charset.forName(actual))),
                transport);

        assertThat(records).containsExactly("<x>Zürich</x>");
    }

    @Test
    void readsPastAByteOrderMark() throws Exception {
        scan(AnswerShape.ofRecords("R/x"), "\uFEFF<R><x>ü</x></R>");

        assertThat(records).containsExactly("<x>ü</x>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<R><x>1</x></Q><!-- --> | MALFORMED | line 1, column",
                "<R><x>1</x>↵<x> | CUT_OFF | line 2, column",
                "<R><x>1</x>↵ | CUT_OFF | line 2, column",
                "<!DOCTYPE R [<!ENTITY a 'b'>]><R><x>&a;</x></R> | DOCTYPE | line 1, column",
                "<R><x>&a;</x></R> | MALFORMED | line 1, column",
                "<R><x>1</x></R>junk | MALFORMED | line 1, column",
                "<br/>Warning: <R/> | MALFORMED | line 1, column",
                "Warning | MALFORMED | line 1, column",
                "'' | CUT_OFF | ",
            })
    void saysWhatIsWrongAndWhere(String document, Why why, @Nullable String place) {
        assertThatThrownBy(() -> scan(AnswerShape.ofRecords("R/x"), document.replace('↵', '\n')))
                .isInstanceOfSatisfying(
                        UnreadableAnswer.class,
                        broken -> assertThat(broken.why()).isEqualTo(why))
                .hasMessageContaining(place == null ? "" : place);
    }

    @Test
    void refusesBytesThatTheDeclaredEncodingDoesNotHave() throws Exception {
        try (InputStream latin = sample("26-latin1-request.response.xml")) {
            AnswerShape shape = AnswerShape.ofValues(List.of("*/result/result_label"));

            assertThatThrownBy(() -> scan(shape, latin, "UTF-8"))
                    .isInstanceOfSatisfying(
                            UnreadableAnswer.class,
                            broken -> assertThat(broken.why()).isEqualTo(Why.ENCODING))
                    .hasMessageContaining("line 1, column");
        }
    }

    @Test
    void refusesARecordLargerThanTheLimit() {
        AnswerShape shape = new AnswerShape("R/x", null, List.of(), List.of(), new AnswerShape.Limits(10, 20, 1000));

        assertThatThrownBy(() -> scan(shape, "<R><x>1</x><x>this is far too much</x></R>"))
                .isInstanceOfSatisfying(
                        UnreadableAnswer.class,
                        broken -> assertThat(broken.why()).isEqualTo(Why.TOO_LARGE))
                .hasMessageContaining("larger than 20 bytes");
        assertThat(records).containsExactly("<x>1</x>");
    }

    @Test
    void refusesNestingDeeperThanTheLimit() {
        assertThatThrownBy(() -> scan(AnswerShape.ofRecords("R"), "<a>".repeat(100_000)))
                .isInstanceOfSatisfying(
                        UnreadableAnswer.class,
                        broken -> assertThat(broken.why()).isEqualTo(Why.TOO_DEEP));
    }

    @Test
    void leavesABrokenConnectionAnInputError() {
        InputStream broken = new SequenceInputStream(
                stream("<R><x>1</x>" + " ".repeat(5000)), new FilterInputStream(InputStream.nullInputStream()) {
                    @Override
                    public int read(byte[] bytes, int from, int count) throws IOException {
                        throw new IOException("Connection reset");
                    }
                });

        assertThatThrownBy(() -> scan(AnswerShape.ofRecords("R/x"), broken, null))
                .isInstanceOf(IOException.class)
                .hasMessage("Connection reset");
    }

    @Test
    void readsTheFaultOfEitherVersion() throws Exception {
        try (InputStream fault = sample("20-fault-unknown-op.response.xml")) {
            assertThat(scan(AnswerShape.ofRecords("R/x"), fault, null).fault())
                    .isEqualTo(new ScannedAnswer.SoapFault(
                            List.of("Client"), "Operation 'nope' is not defined in the WSDL for this service"));
        }
        ScannedAnswer second = scan(
                AnswerShape.ofRecords("R/x"),
                "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Body><e:Fault><e:Code>"
                        + "<e:Value>e:Receiver</e:Value><e:Subcode><e:Value>m:Busy</e:Value></e:Subcode></e:Code>"
                        + "<e:Reason><e:Text xml:lang='en'>later</e:Text></e:Reason></e:Fault></e:Body></e:Envelope>");
        assertThat(second.fault()).isEqualTo(new ScannedAnswer.SoapFault(List.of("Receiver", "Busy"), "later"));
    }

    @Test
    void readsEachOf1200RecordsOfARealAnswer() throws Exception {
        AnswerShape shape = new AnswerShape(
                "getListOfThirdPartiesResponse/thirdparties/item",
                null,
                List.of("*/result/result_code"),
                List.of(),
                AnswerShape.Limits.DEFAULT);

        ScannedAnswer answer;
        try (InputStream list = new GZIPInputStream(sample("01-list-all.response.xml.gz"))) {
            answer = scan(shape, list, null);
        }

        assertThat(answer.records()).isEqualTo(1200);
        assertThat(answer.values()).containsEntry("*/result/result_code", "OK");
        assertThat(records.get(2))
                .startsWith("<item xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"xsd:\">")
                .contains("Emoji 🚀🎉 Rocket 👩‍👩‍👧 Ltd.");
        assertThat(records.get(3)).contains("CDATA ]]&gt; Trap &lt;![CDATA[x]]&gt; AG");
    }

    private ScannedAnswer scan(AnswerShape shape, String document) throws Exception {
        return scan(shape, stream(document), null);
    }

    private ScannedAnswer scan(AnswerShape shape, InputStream document, @Nullable String charset) throws Exception {
        return new RecordScanner(shape)
                .scan(document, Payload.Format.XML, charset, record -> records.add(record.text()));
    }

    private static InputStream stream(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream sample(String name) {
        return java.util.Objects.requireNonNull(XmlRecordsTest.class.getResourceAsStream("/dolibarr/soap/" + name));
    }
}
