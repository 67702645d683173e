package io.linkspan.system.call;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Breaks off exchanges that take too long. One thread for all systems; it only cancels. */
public final class Deadlines implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;

    /** Starts the thread. */
    public Deadlines() {
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("deadlines").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /** A deadline that has been set. */
    @FunctionalInterface
    interface Deadline {
        /** The exchange ended in time. */
        void cancel();
    }

    Deadline set(Exchange exchange, Duration limit) {
        Future<?> alarm = timer.schedule(exchange::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
        return () -> alarm.cancel(false);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
