package io.linkspan.system.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.linkspan.record.Payload;
import io.linkspan.system.CallContext;
import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Pull;
import io.linkspan.system.Source.PageRequest;
import io.linkspan.system.answer.Beside;
import io.linkspan.system.wiring.SystemsFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer made to hurt, sent piece by piece over HTTP, ends as one clear fault; the call after it goes on as ever. */
class HostileAnswersTest {
    private static final String HEAD = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>";
    private static final String TAIL = "</s:Body></s:Envelope>";
    private static final String GOOD = HEAD + "<R><L><x>1</x></L></R>" + TAIL;
    private static final int MILLION = 1_000_000;
    private static final int HUNDRED_MILLION = 100_000_000;

    private HttpServer erp;
    private SystemsFixture systems;
    private Answer answer = Answer.of(GOOD, "", 0, "");

    /** What is sent: something, a piece many times, something. */
    record Answer(String before, IntFunction<String> piece, int times, String after) {
        static Answer of(String before, String piece, int characters, String after) {
            String block = piece.isEmpty() ? "" : piece.repeat(Math.max(1, 10_000 / piece.length()));
            return new Answer(before, i -> block, block.isEmpty() ? 0 : characters / block.length() + 1, after);
        }

        static Answer named(String before, String format, int times, String after) {
            return new Answer(before, i -> format.replace("#", Integer.toString(i)), times, after);
        }

        void send(OutputStream out) throws IOException {
            out.write(before.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < times; i++) {
                out.write(piece.apply(i).getBytes(StandardCharsets.UTF_8));
            }
            out.write(after.getBytes(StandardCharsets.UTF_8));
        }
    }

    static Stream<Arguments> answers() {
        String list = HEAD + "<R><L><x>";
        String end = "</x></L></R>" + TAIL;
        return Stream.of(
                Arguments.of(
                        "a million attributes", Answer.named(list + "<y", " a#='1'", MILLION, "/>" + end), "too-large"),
                Arguments.of(
                        "a million attributes beside the records",
                        Answer.named(HEAD + "<R><y", " a#='1'", MILLION, "/></R>" + TAIL),
                        "too-large"),
                Arguments.of(
                        "a million attributes in the header",
                        Answer.named(HEAD.replace("Body>", "Header><y"), " a#='1'", MILLION, "/></s:Header>"),
                        "too-large"),
                Arguments.of(
                        "a million prefixes",
                        Answer.named(list + "<y", " xmlns:a#='u'", MILLION, "/>" + end),
                        "too-large"),
                Arguments.of("a million names", Answer.named(list, "<a#/>", MILLION, end), "too-large"),
                Arguments.of(
                        "a million names beside the records",
                        Answer.named(HEAD + "<R><y>", "<a#/>", MILLION, "</y></R>" + TAIL),
                        "too-large"),
                Arguments.of(
                        "a million names of attributes", Answer.named(list, "<a b#='1'/>", MILLION, end), "too-large"),
                Arguments.of("a million instructions", Answer.named(list, "<?a# ?>", MILLION, end), "too-large"),
                Arguments.of("10,000 levels", Answer.of(list, "<y>", 30_000, ""), "too-deep"),
                Arguments.of("10,000 levels of records", Answer.of(list, "<x>", 30_000, ""), "too-deep"),
                Arguments.of("a text of 100 MB", Answer.of(list, "x", HUNDRED_MILLION, end), "too-large"),
                Arguments.of(
                        "a text of 100 MB beside the records",
                        Answer.of(HEAD + "<R><y>", "x", HUNDRED_MILLION, "</y></R>" + TAIL),
                        "too-large"),
                Arguments.of(
                        "a CDATA of 100 MB",
                        Answer.of(list + "<![CDATA[", "<x>", HUNDRED_MILLION, "]]>" + end),
                        "too-large"),
                Arguments.of(
                        "an attribute of 100 MB",
                        Answer.of(list + "<y a='", "x", HUNDRED_MILLION, "'/>" + end),
                        "too-large"),
                Arguments.of("a name of 100 MB", Answer.of(list + "<", "x", HUNDRED_MILLION, "/>" + end), "too-large"),
                Arguments.of(
                        "a comment of 100 MB",
                        Answer.of(list + "<!-- ", "<x>", HUNDRED_MILLION, "-->" + end),
                        "too-large"),
                Arguments.of(
                        "an entity of 100 MB", Answer.of(list + "&", "x", HUNDRED_MILLION, ";" + end), "too-large"),
                Arguments.of("a record of 100 MB", Answer.of(list, "<y>x</y>", HUNDRED_MILLION, end), "too-large"),
                Arguments.of(
                        "a DOCTYPE of 100 MB",
                        Answer.of("<!DOCTYPE R [", "<!ENTITY a 'b'>", HUNDRED_MILLION, "]><R/>"),
                        "too-large"),
                Arguments.of(
                        "a bomb of entities",
                        Answer.of(
                                "<!DOCTYPE R [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;&a;'>]>" + list + "&b;"
                                        + end,
                                "",
                                0,
                                ""),
                        "doctype"),
                Arguments.of(
                        "a file from outside",
                        Answer.of("<!DOCTYPE R SYSTEM 'file:///etc/passwd'>" + GOOD, "", 0, ""),
                        "doctype"),
                Arguments.of("a prefix that is none", Answer.of(list + "<xmlns:A/>" + end, "", 0, ""), "malformed"),
                Arguments.of("an unknown entity", Answer.of(list + "&a;" + end, "", 0, ""), "malformed"));
    }

    @BeforeEach
    void start() throws IOException {
        erp = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        erp.createContext("/ws", this::respond);
        erp.start();
        systems = new SystemsFixture(Map.of(
                "~.erp.protocol",
                "soap",
                "~.erp.url",
                "http://localhost:" + erp.getAddress().getPort() + "/ws"));
    }

    @AfterEach
    void stop() {
        systems.close();
        erp.stop(0);
    }

    private void respond(HttpExchange exchange) {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            answer.send(exchange.getResponseBody());
        } catch (IOException hungUp) {
            // whoever asked has heard enough
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void endsAsOneFault(String name, Answer hostile, String code) throws Exception {
        answer = hostile;
        assertThatThrownBy(this::read).isInstanceOfSatisfying(FaultException.class, told -> {
            assertThat(told.fault()).isInstanceOf(Fault.Misconfigured.class);
            assertThat(told.fault().code()).isEqualTo("answer-" + code);
            assertThat(told.fault().detail())
                    .startsWith("the answer: line 1, column ")
                    .hasSizeLessThan(200);
        });
        answer = Answer.of(GOOD, "", 0, "");
        assertThat(read()).containsExactly("<x>1</x>");
    }

    @Test
    void manyRecordsAreNoHarm() throws Exception {
        answer = Answer.of(HEAD + "<R><L>", "<x>1</x>", MILLION, "</L></R>" + TAIL);
        assertThat(read()).hasSizeGreaterThan(100_000);
    }

    private List<String> read() throws FaultException {
        List<String> records = new ArrayList<>();
        Pull pull = new Pull(
                "List", "<Q/>", null, "R/L/x", null, new Pull.Paging.None(), null, null, List.of(), Beside.NOTHING);
        systems.erp()
                .read(
                        pull,
                        new PageRequest(Map.of()),
                        (Payload record) -> records.add(record.text()),
                        CallContext.start());
        return records;
    }
}
