package io.linkspan.cli;

import io.linkspan.mapping.MappingResult;
import java.nio.file.Path;
import java.util.List;

/** What an example says must become of its records. */
sealed interface Expectation permits JsonExpectation, XmlExpectation {
    /** One line for each difference; none when all is as expected. */
    List<String> differences(List<MappingResult> results);

    /** What the file would have to hold for these results to be as expected. */
    String rewritten(List<MappingResult> results);

    /** Reads an expectation; a file that is not there expects nothing at all, so that everything is a difference. */
    static Expectation read(Path file) {
        String text = TextFile.readOr(file, "").strip();
        return file.toString().endsWith(".xml") ? new XmlExpectation(text) : JsonExpectation.parse(file, text);
    }
}
