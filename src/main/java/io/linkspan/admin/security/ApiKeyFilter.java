package io.linkspan.admin.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows a caller by the key in the header {@value #HEADER}. */
final class ApiKeyFilter extends OncePerRequestFilter {
    static final String HEADER = "X-Api-Key";

    private final AdminKeys keys;

    ApiKeyFilter(AdminKeys keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (key != null) {
            keys.holder(key.strip()).ifPresent(ApiKeyFilter::enter);
        }
        chain.doFilter(request, response);
    }

    private static void enter(AdminKeys.Holder holder) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                holder.name(), "", holder.role().authorities()));
        SecurityContextHolder.setContext(context);
    }
}
