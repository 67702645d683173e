package io.linkspan.admin.security;

import io.linkspan.ledger.Database;
import io.linkspan.ledger.Storable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Writes each changing call down before it is made, and its status afterwards: a call that cannot be audited is not made,
 * and one without a status was cut off.
 */
final class Audit implements HandlerInterceptor {
    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String LINE = Audit.class.getName();
    private static final int LONGEST_ACTION = 60;
    private static final int LONGEST_SUBJECT = 200;

    private final Database database;
    private final Clock clock;

    Audit(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!LOOKING.contains(request.getMethod()) && handler instanceof HandlerMethod method) {
            request.setAttribute(
                    LINE, database.call(() -> write(request, method.getMethod().getName())));
        }
        return true;
    }

    private long write(HttpServletRequest request, String action) {
        GeneratedKeyHolder line = new GeneratedKeyHolder();
        database.jdbc()
                .sql("INSERT INTO audit (at, who, action, subject, detail) VALUES (:at, :who, :action, :subject, '')")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", String.valueOf(request.getRemoteUser()))
                .param("action", Storable.text(request.getMethod() + " " + action, LONGEST_ACTION))
                .param("subject", Storable.text(request.getRequestURI(), LONGEST_SUBJECT))
                .update(line, "id");
        Number id = line.getKey();
        return id == null ? 0 : id.longValue();
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(LINE) instanceof Long line) {
            database.call(() -> database.jdbc()
                    .sql("UPDATE audit SET detail = :detail WHERE id = :id")
                    .param("detail", "status " + response.getStatus())
                    .param("id", line)
                    .update());
        }
    }
}
