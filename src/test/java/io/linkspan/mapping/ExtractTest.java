package io.linkspan.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkspan.mapping.read.UnreadableRecordException;
import io.linkspan.record.Payload;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExtractTest {
    private static Extract of(String... paths) {
        Problems problems = new Problems();
        List<YamlText> texts = Stream.of(paths)
                .map(path -> new YamlText(Place.startOf("f"), path, false))
                .toList();
        return Objects.requireNonNull(
                Extract.compile(texts, null, problems), () -> problems.list().toString());
    }

    @Test
    void readsKeyAndVersionOfXmlAndJson() throws Exception {
        Extract extract = of("No", "Head/@version", "Gone");
        assertThat(extract.read(Payload.xml("<C><Head version='3'/><No>7</No></C>")))
                .containsExactly("7", "3", null);
        assertThat(of("id", "meta/version").read(Payload.json("{\"id\":9007199254740993,\"meta\":{\"version\":1.50}}")))
                .containsExactly("9007199254740993", "1.50");
    }

    @Test
    void saysWhereARecordIsBroken() {
        assertThatThrownBy(() -> of("No").read(Payload.xml("<C>\n<No>7</C>")))
                .isInstanceOfSatisfying(UnreadableRecordException.class, bad -> {
                    assertThat(bad.code()).isEqualTo("not_well_formed");
                    assertThat(bad.line()).isEqualTo(2);
                });
    }

    @Test
    void refusesBadPathsAllAtOnce() {
        Problems problems = new Problems();
        List<YamlText> paths =
                List.of(new YamlText(Place.startOf("f"), "A[", false), new YamlText(Place.startOf("f"), "../A", false));
        assertThat(Extract.compile(paths, null, problems)).isNull();
        assertThat(problems.list()).hasSize(2);
    }
}
