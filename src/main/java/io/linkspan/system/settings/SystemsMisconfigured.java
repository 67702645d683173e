package io.linkspan.system.settings;

import java.util.List;
import org.springframework.boot.ExitCodeGenerator;

/** What the configuration says of the systems cannot be used. Carries everything wrong with it at once. */
public final class SystemsMisconfigured extends RuntimeException implements ExitCodeGenerator {
    private final transient List<String> problems;

    /** Each problem names its property and the mend. */
    public SystemsMisconfigured(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each problem by itself, one line each. */
    public List<String> problems() {
        return problems;
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
