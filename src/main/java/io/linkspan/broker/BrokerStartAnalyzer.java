package io.linkspan.broker;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets the launcher tell in one line that the start failed for the broker. */
final class BrokerStartAnalyzer extends AbstractFailureAnalyzer<BrokerStartException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BrokerStartException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.mend(), cause);
    }
}
