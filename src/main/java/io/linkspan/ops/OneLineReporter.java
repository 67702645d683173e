package io.linkspan.ops;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Tells on standard error why the start failed: what is wrong, then what to do. One problem is told in one line; where
 * several were found, each has a line of its own.
 */
public final class OneLineReporter implements FailureAnalysisReporter {
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println(text(problems(analysis), oneLine(analysis.getAction())));
        TOLD.set(true);
    }

    static String text(List<String> problems, String mend) {
        String line = mend.isEmpty() ? "" : " — " + mend;
        return problems.size() == 1
                ? "linkspan: " + problems.getFirst() + line
                : "linkspan: cannot start, there are " + problems.size() + " problems" + line + "\n  "
                        + String.join("\n  ", problems);
    }

    /** Our own failures name a problem a line; the framework's are one text over several lines. */
    private static List<String> problems(FailureAnalysis analysis) {
        Throwable cause = analysis.getCause();
        return cause != null && cause.getClass().getName().startsWith("io.linkspan.")
                ? analysis.getDescription().lines().toList()
                : List.of(oneLine(analysis.getDescription()));
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
