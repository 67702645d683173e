package io.linkspan.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FaultPointTest {
    /** Passes three times after its claims, then ends as usual. */
    static final class Passing {
        private Passing() {}

        public static void main(String[] nothing) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
            for (int i = 1; i <= 3; i++) {
                FaultPoint.BEFORE_CLAIM.passed();
                System.out.println("claim " + i);
                FaultPoint.AFTER_CLAIM.passed();
            }
        }
    }

    @Test
    void endsTheProcessAtTheNamedPassingWithoutAnyHook() throws Exception {
        assertThat(passing("after-claim:2")).isEqualTo(FaultPoint.KILLED + " claim 1 claim 2");
    }

    @Test
    void doesNothingWhereNothingIsNamed() throws Exception {
        assertThat(passing("")).isEqualTo("0 claim 1 claim 2 claim 3 hook");
    }

    @Test
    void saysWhatMayStandInTheVariable() throws Exception {
        assertThat(passing("after-lunch:2")).startsWith("1 ").contains("such as after-claim:17, not 'after-lunch:2'");
    }

    private static String passing(String fault) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Passing.class.getName());
        builder.environment().put(FaultPoint.VARIABLE, fault);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor(30, TimeUnit.SECONDS);
        return process.exitValue() + " " + said.strip().replace("\n", " ");
    }
}
