package io.linkspan.cli;

import io.linkspan.yaml.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Problems as a JSON array, for editors and CI. */
final class ProblemJson {
    private ProblemJson() {}

    static void print(List<Problem> problems, PrintWriter out) {
        if (problems.isEmpty()) {
            out.println("[]");
            return;
        }
        for (int i = 0; i < problems.size(); i++) {
            out.print(i == 0 ? "[" : ",\n ");
            print(problems.get(i), out);
        }
        out.println("]");
    }

    private static void print(Problem problem, PrintWriter out) {
        JsonFactory factory = JsonFactory.builder()
                .disable(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("file", problem.place().file());
            json.writeNumberProperty("line", problem.place().line());
            json.writeNumberProperty("column", problem.place().column());
            json.writeStringProperty("severity", problem.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("code", problem.code());
            json.writeStringProperty("message", problem.message());
            json.writeStringProperty("mend", problem.mend());
            json.writeEndObject();
        }
    }
}
