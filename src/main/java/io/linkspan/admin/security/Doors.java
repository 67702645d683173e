package io.linkspan.admin.security;

import io.linkspan.admin.problem.ProblemAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What a caller hears who may not enter. */
final class Doors implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final AdminKeys keys;

    Doors(AdminKeys keys) {
        this.keys = keys;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        // RFC 9110, 11.6.1: a 401 names the way to identify oneself.
        response.setHeader("WWW-Authenticate", "ApiKey header=\"" + ApiKeyFilter.HEADER + "\"");
        String mend = keys.none()
                ? "no key is configured: set linkspan.admin.keys and start again"
                : "send a known key in the header " + ApiKeyFilter.HEADER;
        ProblemAnswer.write(response, request, HttpStatus.UNAUTHORIZED, "unknown-key", mend);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        ProblemAnswer.write(
                response,
                request,
                HttpStatus.FORBIDDEN,
                "role-too-small",
                "the key of '" + request.getRemoteUser() + "' may not do this: it needs a role that may");
    }
}
