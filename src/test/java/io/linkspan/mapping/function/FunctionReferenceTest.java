package io.linkspan.mapping.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FunctionReferenceTest {
    private static final Path PAGE = Path.of("docs/mapping-functions.md");

    /** Run with {@code -Dlinkspan.docs.write=true} to write the page anew. */
    @Test
    void theCommittedPageSaysWhatTheFunctionsSay() throws IOException {
        if (Boolean.getBoolean("linkspan.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, FunctionReference.markdown());
        }
        assertThat(Files.readString(PAGE))
                .as("stale: run mvn test -Dtest=FunctionReferenceTest -Dlinkspan.docs.write=true")
                .isEqualTo(FunctionReference.markdown());
    }

    @Test
    void everyFunctionHasItsChapter() {
        assertThat(Functions.all().keySet())
                .allSatisfy(name -> assertThat(FunctionReference.markdown()).contains("\n### " + name + "\n"));
    }
}
