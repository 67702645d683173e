package io.linkspan.broker;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where the readers of one flow wait: while the flow is paused, after a failure, and no longer once they must stop. */
final class Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Inbox> waiting = ConcurrentHashMap.newKeySet();
    private boolean paused;
    private boolean stopping;

    void pause() {
        set(() -> paused = true);
    }

    void resume() {
        set(() -> paused = false);
    }

    void stop() {
        set(() -> stopping = true);
        waiting.forEach(Inbox::wake);
    }

    /** Tells of an inbox somebody waits at; it is woken when the readers must stop. */
    void opened(Inbox inbox) {
        waiting.add(inbox);
    }

    void closed(Inbox inbox) {
        waiting.remove(inbox);
    }

    boolean paused() {
        lock.lock();
        try {
            return paused;
        } finally {
            lock.unlock();
        }
    }

    boolean stopping() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the flow is not paused, at most so long. Returns whether work may go on. */
    boolean awaitOpen(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (paused && !stopping && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !paused && !stopping;
        } finally {
            lock.unlock();
        }
    }

    /** Waits so long, or until the readers must stop. */
    void rest(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!stopping && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void set(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
