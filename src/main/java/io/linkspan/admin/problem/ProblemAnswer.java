package io.linkspan.admin.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Problem details as RFC 9457 has them. The type is a name that stays, {@code urn:linkspan:problem:…}. */
public final class ProblemAnswer {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ProblemAnswer() {}

    /** Writes problem details where no controller was reached. */
    public static void write(
            HttpServletResponse response, HttpServletRequest request, HttpStatus status, String name, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var problem = JSON.createObjectNode()
                .put("type", type(name).toString())
                .put("title", status.getReasonPhrase())
                .put("status", status.value())
                .put("detail", detail)
                .put("instance", request.getRequestURI());
        response.getWriter().write(problem.toString());
    }

    static ProblemDetail of(HttpStatus status, String name, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(type(name));
        return problem;
    }

    private static URI type(String name) {
        return URI.create("urn:linkspan:problem:" + name);
    }
}
