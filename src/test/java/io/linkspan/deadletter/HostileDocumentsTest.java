package io.linkspan.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.record.Payload;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A dead letter may hold what a record died of, and a person may write anything: neither breaks what shows or takes it. */
class HostileDocumentsTest {
    static Stream<String> documents() {
        return Stream.of(
                "<a>".repeat(10_000) + "</a>".repeat(10_000),
                "<!DOCTYPE R [<!ENTITY a 'b'>]><R>&a;</R>",
                "<R>a&x;b</R>",
                "<R><A>x",
                "<R " + many(" a#='1'") + "/>",
                "<R>" + many("<a#/>") + "</R>",
                "[".repeat(10_000) + "]".repeat(10_000));
    }

    private static String many(String piece) {
        StringBuilder all = new StringBuilder();
        IntStream.range(0, 50_000).forEach(i -> all.append(piece.replace("#", Integer.toString(i))));
        return all.toString();
    }

    private static Payload payload(String document) {
        return document.startsWith("[") ? Payload.json(document) : Payload.xml(document);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void anEditThatHurtsIsRefused(String document) {
        assertThatThrownBy(() -> Flattened.checked(payload(document))).isInstanceOf(EditRefused.class);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aRecordThatHurtsIsShownAsItsText(String document) {
        assertThat(Flattened.of(payload(document)).values()).hasSize(1).containsKey("");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aRecordThatHurtsIsHiddenAsAWhole(String document) {
        Set<String> hidden = new HashSet<>();
        String masked = new RecordMask(Set.of("R"), hidden).masked(payload(document));
        boolean readable = document.contains("<a0/>");
        assertThat(masked).isEqualTo(readable ? document : RecordMask.HIDDEN);
    }
}
