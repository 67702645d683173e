package io.linkspan.bench.pipeline;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** So many messages may be unconfirmed. Confirms come singly or for all up to one, and not always in order. */
final class Window {
    private final int size;
    private final Semaphore free;
    private final Set<Long> singly = new HashSet<>();
    private long allUpTo;

    Window(int size) {
        this.size = size;
        this.free = new Semaphore(size);
    }

    /** Waits for room for one message more. */
    void enter() throws InterruptedException {
        free.acquire();
    }

    /** Waits until everything is confirmed. */
    void awaitEmpty() throws InterruptedException {
        free.acquire(size);
    }

    /** Called by one thread. */
    void confirmed(long sequence, boolean andAllBefore) {
        if (!andAllBefore) {
            singly.add(sequence);
            free.release();
            return;
        }
        int fresh = 0;
        for (; allUpTo < sequence; allUpTo++) {
            fresh += singly.remove(allUpTo + 1) ? 0 : 1;
        }
        free.release(fresh);
    }
}
