package io.linkspan.system.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.record.Payload;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records that need something from beside them: sections they share, and elements they refer to. */
class BesideTest {
    private static List<String> records(String path, Beside beside, String document) throws Exception {
        return records(new AnswerShape(path, null, List.of(), List.of(), AnswerShape.Limits.DEFAULT, beside), document);
    }

    private static List<String> records(AnswerShape shape, String document) throws Exception {
        List<String> records = new ArrayList<>();
        Payload.Format format = document.startsWith("<") ? Payload.Format.XML : Payload.Format.JSON;
        ByteArrayInputStream bytes = new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
        new RecordScanner(shape).scan(bytes, format, null, record -> records.add(record.text()));
        return records;
    }

    private static Beside share(String... paths) {
        return new Beside(List.of(paths), false);
    }

    @Test
    void everyRecordGetsTheSectionsBeforeAndBehindIt() throws Exception {
        assertThat(records(
                        "D/L/x",
                        share("D/C", "/D/R/S"),
                        "<D><C><c id='1'/></C><L><x><n>1</n></x><x/></L><R><S>a&lt;b</S><T/></R></D>"))
                .containsExactly(
                        "<x><n>1</n><C xmlns=\"\"><c id=\"1\"/></C><S xmlns=\"\">a&lt;b</S></x>",
                        "<x><C xmlns=\"\"><c id=\"1\"/></C><S xmlns=\"\">a&lt;b</S></x>");
    }

    @Test
    void namespacesOfASectionStayItsOwn() throws Exception {
        assertThat(records("D/x", share("D/C"), "<p:D xmlns:p='u:p' xmlns='u:d'><p:C><n/></p:C><x><p:y/></x></p:D>"))
                .containsExactly("<x xmlns=\"u:d\" xmlns:p=\"u:p\"><p:y/>"
                        + "<p:C xmlns=\"u:d\" xmlns:p=\"u:p\"><n/></p:C></x>");
    }

    @Test
    void whatIsLeftOutIsLeftOutOfSectionsToo() throws Exception {
        AnswerShape shape =
                new AnswerShape("D/x", null, List.of(), List.of("C/secret"), AnswerShape.Limits.DEFAULT, share("D/C"));

        assertThat(records(shape, "<D><C><secret>s</secret><n/></C><x/></D>"))
                .containsExactly("<x><C xmlns=\"\"><n/></C></x>");
    }

    @Test
    void aBodyMayHoldTheSectionAndThePathMayNameTheEnvelope() throws Exception {
        String envelope = "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Body>"
                + "<R><C>c</C><x/></R></e:Body></e:Envelope>";

        assertThat(records("/Envelope/Body/R/x", share("R/C"), envelope)).containsExactly("<x><C xmlns=\"\">c</C></x>");
    }

    @Test
    void jsonRecordsGetTheSectionsAsTheirLastProperties() throws Exception {
        assertThat(records(
                        "orders",
                        share("customers", "groups/units"),
                        "{\"orders\":[{\"n\":1.50},{}],\"customers\":[{\"id\":\"a\"}],"
                                + "\"groups\":[{\"units\":[1,2]},{\"units\":[3]}]}"))
                .containsExactly(
                        "{\"n\":1.50,\"customers\":[{\"id\":\"a\"}],\"units\":[1,2,3]}",
                        "{\"customers\":[{\"id\":\"a\"}],\"units\":[1,2,3]}");
    }

    @Test
    void aJsonRecordWithAPropertyOfTheSectionsNameIsRefused() {
        assertThatThrownBy(() ->
                        records("orders", share("customers"), "{\"customers\":[],\"orders\":[{\"customers\":1}]}"))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessageContaining("'customers' of its own");
    }

    @Test
    void referencesAreFollowedWhereverTheirElementsStand() throws Exception {
        assertThat(records(
                        "D/x",
                        new Beside(List.of(), true),
                        "<D><A id='a'><n>1</n></A><x><t href='#a'/></x><x id='own'><u ref='b'/><v ref='none'/></x>"
                                + "<x><w ref='b'>text</w><o href='#own'/></x><B><C id='b'>2</C></B></D>"))
                .containsExactly(
                        "<x><t><n>1</n></t></x>",
                        "<x id=\"own\"><u>2</u><v ref=\"none\"/></x>",
                        "<x><w ref=\"b\">text</w><o><u>2</u><v ref=\"none\"/></o></x>");
    }

    @Test
    void partsThatReferToEachOtherOutsideOfRecordsAreNoConcernOfTheirs() throws Exception {
        assertThat(records(
                        "D/x",
                        new Beside(List.of(), true),
                        "<D><x><t ref='a'/></x><P id='a'><q href='#b'/></P><P id='b'><q href='#a'/></P></D>"))
                .containsExactly("<x><t><q><q href=\"#a\"/></q></t></x>");
    }

    @Test
    void theWholeDocumentMayBeTheRecord() throws Exception {
        assertThat(records(".", new Beside(List.of(), true), "<D><t href='#a'/><A id='a'>1</A></D>"))
                .containsExactly("<D><t>1</t><A id=\"a\">1</A></D>");
    }

    @Test
    void aPathWithADeclaredPrefixMeansItsNamespace() throws Exception {
        Beside prefixed = new Beside(List.of("d:D/d:C"), false, Map.of("d", "u:d"));

        assertThat(records(
                        "d:D/d:x",
                        prefixed,
                        "<q:D xmlns:q='u:d' xmlns='u:other'><C/><q:C/><x/><q:x/><x xmlns='u:d'><n/></x></q:D>"))
                .containsExactly(
                        "<q:x xmlns:q=\"u:d\"><q:C xmlns=\"\" xmlns:q=\"u:d\"/></q:x>",
                        "<x xmlns=\"u:d\"><n/><q:C xmlns=\"\" xmlns:q=\"u:d\"/></x>");
        assertThat(records("e:D/e:x", prefixed, "<D><x/></D>")).containsExactly("<x/>");
    }

    @Test
    void sectionsAndWaitingRecordsCountAgainstWhatMayBeHeld() {
        AnswerShape shape =
                new AnswerShape("D/x", null, List.of(), List.of(), new AnswerShape.Limits(10, 1000, 60), share("D/C"));

        assertThatThrownBy(() -> records(shape, "<D>" + "<x>0123456789</x>".repeat(10) + "</D>"))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessageContaining("beside them");
    }
}
