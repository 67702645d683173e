package io.linkspan.intake;

import io.linkspan.flow.Flow;
import io.linkspan.intake.PullState.Held;
import io.linkspan.intake.PullState.Reading;
import io.linkspan.intake.PullState.Resting;
import io.linkspan.intake.PullState.Troubled;
import io.linkspan.intake.PullState.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Pulls one flow, turn after turn, until it is ended. A saved flow file takes effect with the next turn. */
final class PullLoop implements Runnable {
    private final PullTurn turn;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private volatile Flow flow;
    private volatile PullState state;
    private volatile boolean ended;
    private boolean poked;

    PullLoop(Flow flow, PullTurn turn, InstantSource clock) {
        this.flow = flow;
        this.turn = turn;
        this.clock = clock;
        this.state = new Resting(clock.instant());
    }

    @Override
    public void run() {
        while (!ended) {
            sleep(once());
        }
    }

    private Duration once() {
        Flow now = flow;
        state = new Reading(clock.instant());
        PullTurn.End end = turn.take(now, () -> !ended && flow.equals(now));
        Instant next = clock.instant().plus(end.rest());
        state = switch (end) {
            case PullTurn.End.Done done -> new Resting(next);
            case PullTurn.End.Later later -> new Waiting(later.why(), next);
            case PullTurn.End.Trouble trouble -> new Troubled(trouble.why(), next);
            case PullTurn.End.Held held -> new Held(held.hold());
        };
        return end.rest();
    }

    private void sleep(Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!poked && !ended && left > 0) {
                left = woken.awaitNanos(left);
            }
            poked = false;
        } catch (InterruptedException stopped) {
            ended = true;
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void poke() {
        lock.lock();
        try {
            poked = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    PullState state() {
        return state;
    }

    void replace(Flow saved) {
        flow = saved;
        poke();
    }

    void pullNow() {
        poke();
    }

    void end() {
        ended = true;
        poke();
    }
}
