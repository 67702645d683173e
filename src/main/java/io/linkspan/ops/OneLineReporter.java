package io.linkspan.ops;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Tells why the start failed in one line on standard error: what is wrong, then what to do. */
public final class OneLineReporter implements FailureAnalysisReporter {
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    @Override
    public void report(FailureAnalysis analysis) {
        String what = oneLine(analysis.getDescription());
        String mend = oneLine(analysis.getAction());
        System.err.println("linkspan: " + what + (mend.isEmpty() ? "" : " — " + mend));
        TOLD.set(true);
    }

    /** Tells of a failure that no analyzer knew, unless one has been told of already. */
    public static void orTell(Throwable failure) {
        if (TOLD.get()) {
            return;
        }
        System.err.println(
                "linkspan: could not start: " + oneLine(rootOf(failure).toString())
                        + " — start with LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_BOOT=debug to see more");
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
