package io.linkspan.chaos;

import io.linkspan.chaos.ReplicaProcess.Fuse;
import io.linkspan.ops.FaultPoint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The replicas: whichever ends is started again, the next time with a fuse at another step of a record's way. A replica
 * that does not come to its step within a while is killed where it stands.
 */
final class Fleet implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(45);

    private final Path app;
    private final Path out;
    private final List<String> settings;
    private final Strikes strikes;
    private final SplittableRandom dice;
    private final List<Slot> slots = new ArrayList<>();
    private final Deque<FaultPoint> points = new ArrayDeque<>();
    private final Map<FaultPoint, Integer> blown = new EnumMap<>(FaultPoint.class);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private boolean armed;
    private int unforeseen;

    private static final class Slot {
        final String name;
        final int port;

        @Nullable
        ReplicaProcess process;

        Instant since = Instant.now();

        Slot(String name, int port) {
            this.name = name;
            this.port = port;
        }
    }

    Fleet(Path app, Path out, List<String> settings, Strikes strikes, SplittableRandom dice, int[] ports) {
        this.app = app;
        this.out = out;
        this.settings = settings;
        this.strikes = strikes;
        this.dice = dice;
        for (int i = 0; i < ports.length; i++) {
            slots.add(new Slot("replica-" + (char) ('a' + i), ports[i]));
        }
    }

    /** Starts all and keeps them running. */
    synchronized void start() {
        slots.forEach(slot -> start(slot, null));
        ScheduledFuture<?> _ = watch.scheduleWithFixedDelay(this::look, 200, 200, TimeUnit.MILLISECONDS);
    }

    /** Lets all come up and stop politely once, which leaves a class archive behind; from now on starts have fuses. */
    void warmUp() throws InterruptedException {
        Instant latest = Instant.now().plus(LONGEST_START);
        while (!allReady()) {
            if (Instant.now().isAfter(latest)) {
                throw new IllegalStateException("the replicas do not come up: see what they said under " + out);
            }
            Thread.sleep(100);
        }
        strikes.tell("replicas are up");
        synchronized (this) {
            armed = true;
        }
        for (int i = 0; i < slots.size(); i++) {
            strikes.note("replica", "stopped politely", restart(i));
        }
    }

    /** Stops those that have a fuse, so that all run without. */
    synchronized void disarm() {
        armed = false;
        for (Slot slot : slots) {
            if (slot.process != null && slot.process.fuse() != null) {
                slot.process.kill();
                start(slot, null);
            }
        }
    }

    /** Kills one as {@code kill -9} does. Returns its name. */
    synchronized String kill(int which) {
        Slot slot = slots.get(which % slots.size());
        if (slot.process != null) {
            slot.process.kill();
        }
        start(slot, fuse());
        return slot.name;
    }

    /** Asks one to stop and starts it again. Returns its name and how it went. */
    String restart(int which) {
        Slot slot = slots.get(which % slots.size());
        ReplicaProcess stopping;
        synchronized (this) {
            stopping = slot.process;
            slot.process = null;
        }
        Instant asked = Instant.now();
        boolean polite = stopping == null || stopping.stop();
        synchronized (this) {
            start(slot, fuse());
        }
        long took = Duration.between(asked, Instant.now()).toMillis();
        return slot.name + (polite ? " went in " + took + " ms" : " had to be killed");
    }

    /** Kills all and starts them again at once. */
    synchronized void killAll() {
        slots.forEach(slot -> {
            if (slot.process != null) {
                slot.process.kill();
            }
        });
        slots.forEach(slot -> start(slot, fuse()));
    }

    /** The API of one that answers. */
    synchronized Optional<URI> api() {
        return slots.stream()
                .flatMap(slot -> Optional.ofNullable(slot.process).stream())
                .filter(process -> process.alive() && process.ready())
                .map(ReplicaProcess::url)
                .findFirst();
    }

    synchronized boolean allReady() {
        return slots.stream().allMatch(slot -> slot.process != null && slot.process.alive() && slot.process.ready());
    }

    /** How often a replica ended at each point. */
    synchronized Map<FaultPoint, Integer> blown() {
        return new EnumMap<>(blown);
    }

    /** How often a replica ended although nobody had killed it. */
    synchronized int unforeseen() {
        return unforeseen;
    }

    private synchronized void look() {
        for (Slot slot : slots) {
            ReplicaProcess process = slot.process;
            if (process != null && !process.alive()) {
                died(slot, process);
                start(slot, fuse());
            } else if (process != null
                    && process.fuse() != null
                    && slot.since.plus(LONGEST_LIFE).isBefore(Instant.now())) {
                process.kill();
                strikes.note(
                        "replica",
                        "kill -9",
                        slot.name + ", which had not come to " + process.fuse().text());
                start(slot, fuse());
            }
        }
    }

    private void died(Slot slot, ReplicaProcess process) {
        Fuse fuse = process.fuse();
        long lived = Duration.between(slot.since, Instant.now()).toMillis();
        if (fuse != null && process.ended() == FaultPoint.KILLED) {
            blown.merge(fuse.at(), 1, Integer::sum);
            strikes.note(
                    "replica",
                    "killed " + fuse.at().text(),
                    slot.name + " at pass " + fuse.pass() + ", " + lived + " ms old");
        } else {
            unforeseen++;
            strikes.tell(slot.name + " ended by itself with " + process.ended() + " after " + lived + " ms");
        }
    }

    private void start(Slot slot, @Nullable Fuse fuse) {
        slot.process = ReplicaProcess.start(app, out.resolve(slot.name), slot.port, settings, fuse);
        slot.since = Instant.now();
    }

    /** All points in turn, each turn in another order. */
    private @Nullable Fuse fuse() {
        if (!armed) {
            return null;
        }
        if (points.isEmpty()) {
            List<FaultPoint> all = new ArrayList<>(List.of(FaultPoint.values()));
            while (!all.isEmpty()) {
                points.add(all.remove(dice.nextInt(all.size())));
            }
        }
        FaultPoint next = points.remove();
        return new Fuse(next, dice.nextInt(1, most(next) + 1));
    }

    /** How often a young replica may pass: some are passed for each record, some once a batch, some seldom. */
    private static int most(FaultPoint point) {
        return switch (point) {
            case BEFORE_PUBLISH, AFTER_PUBLISH -> 60;
            case BEFORE_PUSH, AFTER_PUSH -> 25;
            case BEFORE_CLAIM, AFTER_CLAIM, BEFORE_SETTLE, AFTER_SETTLE, BEFORE_ACK, AFTER_ACK -> 10;
            case BEFORE_CONFIRM, AFTER_CONFIRM, AFTER_CHECKPOINT -> 4;
            case BEFORE_ONWARD, AFTER_ONWARD -> 2;
            case BEFORE_ARCHIVE, AFTER_ARCHIVE, BEFORE_REPLAY, AFTER_REPLAY -> 1;
        };
    }

    @Override
    public void close() {
        watch.shutdownNow();
        synchronized (this) {
            slots.forEach(slot -> {
                if (slot.process != null) {
                    slot.process.kill();
                }
            });
        }
    }
}
