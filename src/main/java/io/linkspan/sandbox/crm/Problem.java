package io.linkspan.sandbox.crm;

import io.linkspan.sandbox.http.Answer;
import io.linkspan.sandbox.http.Body;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Refusals as problem details (RFC 9457), with every flaw under {@code errors}. */
final class Problem {
    private Problem() {}

    static Answer of(int status, String code, String detail) {
        return of(status, List.of(new Flaw("", code, detail)));
    }

    static Answer of(int status, List<Flaw> flaws) {
        ObjectNode problem = Json.MAPPER.createObjectNode();
        problem.put("type", "about:blank").put("status", status);
        problem.put("title", flaws.getFirst().code()).put("detail", detail(flaws));
        ArrayNode errors = problem.putArray("errors");
        flaws.forEach(flaw -> errors.addObject()
                .put("field", flaw.field())
                .put("code", flaw.code())
                .put("message", flaw.message()));
        return Answer.of(status, "application/problem+json", Body.of(problem.toString()));
    }

    /** All flaws in one line. */
    static String detail(List<Flaw> flaws) {
        return flaws.stream().map(Flaw::message).collect(Collectors.joining("; "));
    }
}
