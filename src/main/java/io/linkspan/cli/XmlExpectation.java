package io.linkspan.cli;

import io.linkspan.mapping.MappingResult;
import io.linkspan.record.Payload;
import java.util.List;
import java.util.stream.Collectors;

/** One XML document as the only output. */
record XmlExpectation(String xml) implements Expectation {
    @Override
    public List<String> differences(List<MappingResult> results) {
        Payload output = results.size() == 1 ? results.getFirst().output() : null;
        if (output == null) {
            String notes = results.stream()
                    .flatMap(result -> result.errors().stream())
                    .map(note -> note.field() + " " + note.code())
                    .collect(Collectors.joining(", "));
            return List.of("expected one document, was " + Counted.of(results.size(), "record") + " " + notes);
        }
        return xml.isEmpty()
                ? List.of("expected nothing, was " + output.text())
                : XmlDifference.between(xml, output.text());
    }

    @Override
    public String rewritten(List<MappingResult> results) {
        return results.stream()
                .map(MappingResult::output)
                .filter(java.util.Objects::nonNull)
                .map(Payload::text)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
