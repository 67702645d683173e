package io.linkspan.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on jobs that stand in the database: looks for them every so often and gives each a thread of its own. Who else
 * works on one is the job's own business (a lease), so that any replica goes on with one whose replica died.
 *
 * * @param <J> a job
 */
public final class DurableJobs<J> {
    private static final Logger LOG = LoggerFactory.getLogger(DurableJobs.class);

    private final String name;
    private final Duration look;
    private final Supplier<List<J>> open;
    private final Function<J, Object> id;
    private final Turn<J> turn;
    private final Set<Object> busy = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch stopping = new CountDownLatch(0);

    /** A turn at a job. */
    @FunctionalInterface
    public interface Turn<J> {
        /**
         * Works on the job until it is over, or cannot go on for now, or the service stops.
         *
         * @param patience waits, and says whether the service is still running
         */
        void take(J job, Patience patience);
    }

    /** Waits unless the service stops. */
    @FunctionalInterface
    public interface Patience {
        /** Waits that long; false, and at once, when the service stops. */
        boolean await(Duration time);
    }

    /**
     * Jobs of one kind.
     *
     * @param name how threads are called and what logs say
     * @param look the time between two looks
     * @param open the jobs that are not over
     * @param id what tells a job from the others
     */
    public DurableJobs(String name, Duration look, Supplier<List<J>> open, Function<J, Object> id, Turn<J> turn) {
        this.name = name;
        this.look = look;
        this.open = open;
        this.id = id;
        this.turn = turn;
    }

    /** Begins to look. */
    public void start() {
        CountDownLatch running = new CountDownLatch(1);
        stopping = running;
        Thread.ofVirtual().name(name).start(() -> {
            do {
                look(running);
            } while (waited(running, look));
        });
    }

    /** Stops looking, and asks the turns under way to end. */
    public void stop() {
        stopping.countDown();
    }

    /** Whether it looks. */
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    private void look(CountDownLatch running) {
        try {
            for (J job : open.get()) {
                if (busy.add(id.apply(job))) {
                    Thread.ofVirtual().name(name + "-" + id.apply(job)).start(() -> take(job, running));
                }
            }
        } catch (DatabaseUnavailable away) {
            LOG.debug("{} wait: {}", name, away.getMessage());
        }
    }

    private void take(J job, CountDownLatch running) {
        try {
            turn.take(job, time -> waited(running, time));
        } finally {
            busy.remove(id.apply(job));
        }
    }

    private static boolean waited(CountDownLatch running, Duration time) {
        try {
            return !running.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
