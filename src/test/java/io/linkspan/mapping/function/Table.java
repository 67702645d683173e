package io.linkspan.mapping.function;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Cases as lines: {@code keys of a field >> value as JSON => what becomes of it}. */
final class Table {
    private Table() {}

    static Stream<DynamicTest> of(String lines) {
        return of(Map.of(), lines);
    }

    /** The same with other values of the record, by path. */
    static Stream<DynamicTest> of(Map<String, String> siblings, String lines) {
        return lines.lines()
                .filter(line -> !line.isBlank())
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    int given = line.indexOf(" >> ");
                    int result = line.lastIndexOf(" => ");
                    Field field = Field.of(line.substring(0, given));
                    siblings.forEach(field::sibling);
                    assertThat(field.take(requireNonNull(Json.read(line.substring(given + 4, result)))))
                            .isEqualTo(line.substring(result + 4).strip());
                }));
    }
}
