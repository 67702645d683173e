package io.linkspan.ops;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a {@link StartFailure} anywhere among the causes into its line. */
final class StartFailureAnalyzer extends AbstractFailureAnalyzer<StartFailure> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, StartFailure cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.mend(), cause);
    }
}
