package io.linkspan.system.call;

import java.util.Optional;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange as it happens: whether anything was sent, whether the answer began, and its head. The client fills it
 * in by itself for the call that the thread is making, whichever library makes it.
 */
public final class Exchange {
    private static final ScopedValue<Exchange> CURRENT = ScopedValue.newInstance();

    private final CallKind kind;
    private final long startedAt = System.nanoTime();
    private @Nullable Cancellable running;
    private @Nullable HttpResponse head;
    private volatile boolean sent;
    private volatile boolean expired;
    private volatile long begunAt;

    Exchange(CallKind kind) {
        this.kind = kind;
    }

    /** What the call does to the other side. */
    public CallKind kind() {
        return kind;
    }

    /** The answer's status, or 0 before it began. */
    public int status() {
        HttpResponse answer = head();
        return answer == null ? 0 : answer.getCode();
    }

    /** The first header of the answer by this name. */
    public Optional<String> header(String name) {
        HttpResponse answer = head();
        Header header = answer == null ? null : answer.getFirstHeader(name);
        return Optional.ofNullable(header).map(Header::getValue);
    }

    <T, X extends Throwable> T within(ScopedValue.CallableOp<T, X> call) throws X {
        return ScopedValue.where(CURRENT, this).call(call);
    }

    static @Nullable Exchange current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /** The client has begun to work; from here on the exchange can be broken off. */
    synchronized void running(Cancellable work) {
        running = work;
        head = null;
        sent = false;
        if (expired) {
            work.cancel();
        }
    }

    void sending() {
        sent = true;
    }

    synchronized void begun(HttpResponse answer) {
        head = answer;
        begunAt = System.nanoTime();
    }

    /** Breaks the exchange off, unless it is a page that already comes in. */
    synchronized void expire() {
        if (kind == CallKind.PAGE && head != null) {
            return;
        }
        expired = true;
        if (running != null) {
            running.cancel();
        }
    }

    /** Closes the connection because nobody wants the rest of the answer. */
    public synchronized void abandon() {
        if (running != null) {
            running.cancel();
        }
    }

    private synchronized @Nullable HttpResponse head() {
        return head;
    }

    boolean expired() {
        return expired;
    }

    boolean sent() {
        return sent;
    }

    /** How long the other side took: for a page, until it began, because the rest depends on our own pace too. */
    long nanos() {
        boolean page = kind == CallKind.PAGE && begunAt != 0;
        return (page ? begunAt : System.nanoTime()) - startedAt;
    }
}
