package io.linkspan.chaos;

import io.linkspan.sandbox.erp.SandboxErp;
import java.time.Duration;
import java.time.Instant;

/** The ERP's clerks: they change and add customers at a steady rate until so many are touched. */
final class Traffic {
    private static final int NEW_ONE_OF = 10;

    private final SandboxErp erp;
    private final int touches;
    private final Duration over;
    private volatile boolean ended;

    Traffic(SandboxErp erp, int touches, Duration over) {
        this.erp = erp;
        this.touches = touches;
        this.over = over;
    }

    void flow() {
        Instant began = Instant.now();
        int done = 0;
        try {
            while (!ended && done < touches) {
                Thread.sleep(200);
                double share = (double) Duration.between(began, Instant.now()).toMillis() / over.toMillis();
                for (int due = (int) Math.min(touches, touches * share); done < due; done++) {
                    if (done % NEW_ONE_OF == 0) {
                        erp.add(1);
                    } else {
                        erp.mutate(1);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        ended = true;
    }
}
