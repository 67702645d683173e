package io.linkspan.delivery;

import io.linkspan.system.Systems;
import java.time.Duration;

/** Stops a system's consumers the moment its breaker opens, and lets a probe through when it may be called again. */
record BreakerWatch(Brake brake, Ramp ramp) implements Systems.Watcher {
    @Override
    public void onUnreachable(String system) {
        ramp.restart(system);
        brake.press(system, Duration.ZERO, "its breaker is open");
    }

    @Override
    public void onReachable(String system, boolean probing) {
        brake.release();
    }
}
