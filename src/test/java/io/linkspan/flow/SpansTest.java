package io.linkspan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {
    @ParameterizedTest
    @CsvSource({"200ms, PT0.2S", "30s, PT30S", "5m, PT5M", "1h30m, PT1H30M", "2d, PT48H", "PT15M, PT15M", "0s, PT0S"})
    void readsTimeSpansAsPeopleWriteThem(String written, String iso) {
        assertThat(Spans.parse(written)).hasToString("Optional[" + iso + "]");
    }

    @ParameterizedTest
    @CsvSource({"5", "m", "-5m", "5 minutes", "1.5h", "P", "99999999999s"})
    void refusesWhatIsNoTimeSpan(String written) {
        assertThat(Spans.parse(written)).isEmpty();
    }
}
