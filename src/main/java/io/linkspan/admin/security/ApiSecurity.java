package io.linkspan.admin.security;

import io.linkspan.ledger.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The door of {@code /api}: looking needs a key, changing one of an operator, editing a record one of an administrator. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdminSettings.class)
class ApiSecurity {
    private static final Logger LOG = LoggerFactory.getLogger(ApiSecurity.class);

    @Bean
    AdminKeys adminKeys(AdminSettings settings, Environment environment) {
        List<AdminKeys.Holder> holders =
                settings.keys().stream().map(AdminKeys.Holder::of).toList();
        if (holders.isEmpty() && !StringUtils.hasText(environment.getProperty("linkspan.database.url"))) {
            String own = OwnKey.in(Path.of(environment.getProperty("linkspan.data", "data")));
            return new AdminKeys(List.of(new AdminKeys.Holder("admin", Role.ADMIN, Hash.of(own))));
        }
        if (holders.isEmpty()) {
            LOG.warn("the admin API answers nobody: linkspan.admin.keys holds no key");
        }
        return new AdminKeys(holders);
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, AdminKeys keys) throws Exception {
        Doors doors = new Doors(keys);
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/api/v1/**")
                        .hasRole(Role.VIEWER.name())
                        .requestMatchers(HttpMethod.PUT, "/api/v1/dead-letters/*/record")
                        .hasRole(Role.ADMIN.name())
                        .anyRequest()
                        .hasRole(Role.OPERATOR.name()))
                .addFilterBefore(new ApiKeyFilter(keys), AuthorizationFilter.class)
                .exceptionHandling(at -> at.authenticationEntryPoint(doors).accessDeniedHandler(doors))
                .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // A key in a header is not sent by a browser on its own, so there is nothing to forge.
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }

    @Bean
    WebMvcConfigurer auditedApi(Database database, Clock clock) {
        Audit audit = new Audit(database, clock);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(audit).addPathPatterns("/api/**");
            }
        };
    }
}
