package io.linkspan.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OneLineReporterTest {
    @Test
    void tellsOneProblemInOneLine() {
        assertThat(OneLineReporter.text(List.of("the port is taken"), "free it"))
                .isEqualTo("linkspan: the port is taken — free it");
    }

    @Test
    void givesEachOfSeveralProblemsALineOfItsOwn() {
        assertThat(OneLineReporter.text(List.of("a.yaml:1:1 no", "b.yaml:2:2 no"), "mend them"))
                .isEqualTo("""
                        linkspan: cannot start, there are 2 problems — mend them
                          a.yaml:1:1 no
                          b.yaml:2:2 no""");
    }
}
