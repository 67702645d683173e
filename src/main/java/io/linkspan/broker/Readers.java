package io.linkspan.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The readers of one flow, or of the dead, each on a virtual thread of its own. */
final class Readers {
    private final Gate gate = new Gate();
    private final List<Thread> threads = new ArrayList<>();

    Gate gate() {
        return gate;
    }

    void start(String name, Runnable reader) {
        threads.add(Thread.ofVirtual().name(name).start(reader));
    }

    /** Asks the readers to end after the batch at hand. */
    void stop() {
        gate.stop();
    }

    /** Waits for the readers; after so long they are interrupted, and what they held goes back to the broker. */
    void join(Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        try {
            for (Thread thread : threads) {
                Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
                if (!thread.join(left)) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException impatient) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }
}
