package io.linkspan.system.wiring;

import io.linkspan.system.settings.SystemsMisconfigured;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets the launcher tell every mistake in the systems' settings when the start fails for them. */
final class SystemsMisconfiguredAnalyzer extends AbstractFailureAnalyzer<SystemsMisconfigured> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SystemsMisconfigured cause) {
        return new FailureAnalysis(
                String.join("\n", cause.problems()), "mend config/application.yaml or the environment", cause);
    }
}
