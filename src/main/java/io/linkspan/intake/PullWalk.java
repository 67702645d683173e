package io.linkspan.intake;

import io.linkspan.broker.Dispatch;
import io.linkspan.broker.Page;
import io.linkspan.ledger.Checkpoint;
import io.linkspan.ledger.Checkpoints;
import io.linkspan.system.CallContext;
import io.linkspan.system.FaultException;
import io.linkspan.system.Source.PageEnd;
import io.linkspan.system.Source.PageRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * One walk over the pages of a source, from its checkpoint to the end. The checkpoint moves only when the broker has
 * confirmed every record of a page; a walk that was cut short goes on where it was.
 */
final class PullWalk {
    private final Dispatch dispatch;
    private final Checkpoints checkpoints;
    private final IntakeMeter meter;

    PullWalk(Dispatch dispatch, Checkpoints checkpoints, IntakeMeter meter) {
        this.dispatch = dispatch;
        this.checkpoints = checkpoints;
        this.meter = meter;
    }

    /** When any replica moved the checkpoint last. */
    Optional<Instant> lastMoved(String checkpoint) {
        return checkpoints.lastMoved(checkpoint);
    }

    /**
     * Walks.
     *
     * @param goOn asked before each page, with the records read so far: false ends the walk there, to be gone on with later
     * @return how far it came
     */
    Walked walk(Course course, LongPredicate goOn) throws FaultException {
        Checkpoint checkpoint = checkpoints.read(course.checkpoint()).orElse(Checkpoint.START);
        Window window = course.window().apply(checkpoint);
        Map<String, String> where = Window.where(checkpoint);
        long read = 0;
        boolean toTheEnd = false;
        try (Trail trail = new Trail(checkpoints, course, checkpoint)) {
            while (!toTheEnd && goOn.test(read)) {
                PageEnd end = page(course, window, where, trail);
                read += end.records();
                meter.page(course.flow(), end.records());
                Map<String, String> next = end.next();
                toTheEnd = next == null;
                where = next == null ? where : next;
            }
        }
        return new Walked(read, toTheEnd);
    }

    /**
     * How far a walk came.
     *
     * @param read how many records were read
     * @param toTheEnd whether there was nothing more
     */
    record Walked(long read, boolean toTheEnd) {}

    private PageEnd page(Course course, Window window, Map<String, String> where, Trail trail) throws FaultException {
        Map<String, String> values = new HashMap<>(window.values());
        values.putAll(where);
        Page page = dispatch.page();
        PageEnd end;
        try {
            end = read(course, window, new PageRequest(values), page);
        } catch (FaultException | RuntimeException broken) {
            page.close();
            throw broken;
        }
        Map<String, String> next = end.next();
        trail.follow(page, from -> next == null ? window.walked(from) : window.walking(from, next));
        return end;
    }

    private static PageEnd read(Course course, Window window, PageRequest request, Page page) throws FaultException {
        CallContext context = CallContext.start();
        Course.Taker taker = course.pages().begin(window, context.trace());
        return course.source()
                .read(course.pull(), request, record -> taker.take(record).ifPresent(page::add), context);
    }
}
