package io.linkspan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FlowReferenceTest {
    private static final Path PAGE = Path.of("docs/flow-file.md");

    /** Run with {@code -Dlinkspan.docs.write=true} to write the page anew. */
    @Test
    void theCommittedPageSaysWhatTheReaderKnows() throws IOException {
        if (Boolean.getBoolean("linkspan.docs.write")) {
            Files.writeString(PAGE, FlowReference.markdown());
        }
        assertThat(Files.readString(PAGE))
                .as("stale: run mvn test -Dtest=FlowReferenceTest -Dlinkspan.docs.write=true")
                .isEqualTo(FlowReference.markdown());
    }
}
