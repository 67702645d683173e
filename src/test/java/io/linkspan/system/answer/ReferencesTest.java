package io.linkspan.system.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.record.Payload;
import io.linkspan.system.answer.UnreadableAnswer.Why;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SOAP 1.1, section 5.4.1: parts of an answer stand beside its first element. */
class ReferencesTest {
    private static final String BEGIN =
            "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/' xmlns:t='u:t'" + "><e:Body>";
    private static final String END = "</e:Body></e:Envelope>";

    private final List<String> records = new ArrayList<>();

    @Test
    void bringsHomeWhatStandsBesideTheAnswer() throws Exception {
        scan("<L><x href='#1'/><x><n>2</n><town href='#3'/></x><x><n>9</n></x></L>"
                + "<multiRef id='1' root='0' k='v'><n>1</n><town href='#3'/></multiRef>"
                + "<multiRef id='3'>Kiel</multiRef>");

        assertThat(records)
                .containsExactly(
                        "<x k=\"v\"><n>1</n><town>Kiel</town></x>",
                        "<x><n>2</n><town>Kiel</town></x>",
                        "<x><n>9</n></x>");
    }

    @Test
    void followsTheListItself() throws Exception {
        ScannedAnswer answer = scan("<L href='#list'/><multiRef id='list'><x><n>1</n></x><x href='#2'/><x><n>3</n></x>"
                + "<next href='#c'/></multiRef><multiRef id='2'><n>2</n></multiRef><multiRef id='c'>more</multiRef>");

        assertThat(records).containsExactly("<x><n>1</n></x>", "<x><n>2</n></x>", "<x><n>3</n></x>");
        assertThat(answer.values()).containsEntry("L/next", "more");
    }

    @Test
    void keepsNamesAndPrefixesApartWhereBothSidesUseTheSamePrefix() throws Exception {
        scan("<L><x><t:a href='#1'/></x></L><m id='1' xmlns:t='u:other'><t:b/></m>");

        assertThat(records)
                .containsExactly("<x xmlns:t_=\"u:t\" xmlns:t=\"u:t\"><t_:a xmlns:t=\"u:other\"><t:b/></t_:a></x>");
    }

    @Test
    void leavesOutOfWhatIsBroughtHomeToo() throws Exception {
        scan("<L><x><a href='#1'/></x></L><m id='1'><secret>s</secret><b/></m>");

        assertThat(records).containsExactly("<x><a><b/></a></x>");
    }

    @Test
    void takesAnHrefOutsideAnEnvelopeForAnOrdinaryAttribute() throws Exception {
        new RecordScanner(AnswerShape.ofRecords("L/x"))
                .scan(
                        new ByteArrayInputStream("<L><x href='#1'/></L>".getBytes(StandardCharsets.UTF_8)),
                        Payload.Format.XML,
                        null,
                        record -> records.add(record.text()));

        assertThat(records).containsExactly("<x href=\"#1\"/>");
    }

    @Test
    void refusesReferencesThatLeadNowhere() {
        assertBroken("<L><x href='#1'/></L>", Why.REFERENCE, "#1");
    }

    @Test
    void leavesTheInnermostReferenceOfACircleAsItIs() throws Exception {
        scan("<L><x href='#1'/></L><m id='1'><n>1</n><of href='#2'/></m><m id='2'><head href='#1'/></m>");

        assertThat(records).containsExactly("<x><n>1</n><of><head href=\"#1\"/></of></x>");
    }

    @Test
    void followsAReferenceToAReference() throws Exception {
        scan("<L><x><a href='#1'/></x></L><m id='1' href='#2'/><m id='2'>far</m>");

        assertThat(records).containsExactly("<x><a>far</a></x>");
    }

    @Test
    void refusesReferencesThatGrowWithoutEnd() {
        StringBuilder parts = new StringBuilder("<L><x href='#0'/></L>");
        for (int i = 0; i < 40; i++) {
            parts.append("<m id='%d'><y href='#%d'/><y href='#%d'/></m>".formatted(i, i + 1, i + 1));
        }
        assertBroken(parts + "<m id='40'>boom</m>", Why.TOO_LARGE, "larger than");
    }

    @Test
    void refusesToHoldMoreThanTheLimit() {
        assertBroken(
                "<L><x href='#1'/>" + "<x>0123456789</x>".repeat(2000) + "</L><m id='1'/>", Why.TOO_LARGE, "smaller");
    }

    private void assertBroken(String body, Why why, String message) {
        assertThatThrownBy(() -> scan(body))
                .isInstanceOfSatisfying(
                        UnreadableAnswer.class,
                        broken -> assertThat(broken.why()).isEqualTo(why))
                .hasMessageContaining(message);
    }

    private ScannedAnswer scan(String body) throws Exception {
        AnswerShape shape = new AnswerShape(
                "L/x",
                null,
                List.of("L/next"),
                List.of("*/secret"),
                new AnswerShape.Limits(50, 10_000, 20_000),
                Beside.NOTHING);
        return new RecordScanner(shape)
                .scan(
                        new ByteArrayInputStream((BEGIN + body + END).getBytes(StandardCharsets.UTF_8)),
                        Payload.Format.XML,
                        null,
                        record -> records.add(record.text()));
    }
}
