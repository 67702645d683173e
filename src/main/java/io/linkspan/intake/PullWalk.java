package io.linkspan.intake;

import io.linkspan.broker.Dispatch;
import io.linkspan.broker.Page;
import io.linkspan.flow.Flow;
import io.linkspan.flow.RecordFacts.Facts;
import io.linkspan.ledger.Checkpoint;
import io.linkspan.ledger.Checkpoints;
import io.linkspan.record.Payload;
import io.linkspan.record.TraceParent;
import io.linkspan.system.CallContext;
import io.linkspan.system.FaultException;
import io.linkspan.system.Source;
import io.linkspan.system.Source.PageEnd;
import io.linkspan.system.Source.PageRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One walk over the pages of a source, from its checkpoint to the end. The checkpoint moves only when the broker has
 * confirmed every record of a page; a walk that was cut short goes on where it was.
 */
final class PullWalk {
    private final Dispatch dispatch;
    private final Checkpoints checkpoints;
    private final Enveloping enveloping;
    private final IntakeMeter meter;

    PullWalk(Dispatch dispatch, Checkpoints checkpoints, Enveloping enveloping, IntakeMeter meter) {
        this.dispatch = dispatch;
        this.checkpoints = checkpoints;
        this.enveloping = enveloping;
        this.meter = meter;
    }

    /**
     * Walks.
     *
     * @param goOn asked before each page: false ends the walk there, to be gone on with later
     * @return how far it came
     */
    Walked walk(Flow flow, Source source, BooleanSupplier goOn) throws FaultException {
        Checkpoint checkpoint = checkpoints.read(flow.name()).orElse(Checkpoint.START);
        Window window = Window.of(flow.from().since(), checkpoint);
        Map<String, String> where = Window.where(checkpoint);
        long read = 0;
        while (goOn.getAsBoolean()) {
            PageEnd end = page(flow, source, window, where);
            read += end.records();
            meter.page(flow.name(), end.records());
            Map<String, String> next = end.next();
            if (next == null) {
                checkpoints.move(flow.name(), window.walked(checkpoint));
                return new Walked(read, true);
            }
            checkpoint = checkpoints.move(flow.name(), window.walking(checkpoint, next));
            where = next;
        }
        return new Walked(read, false);
    }

    /**
     * How far a walk came.
     *
     * @param read how many records were read
     * @param toTheEnd whether there was nothing more
     */
    record Walked(long read, boolean toTheEnd) {}

    private PageEnd page(Flow flow, Source source, Window window, Map<String, String> where) throws FaultException {
        Map<String, String> values = new HashMap<>(window.values());
        values.putAll(where);
        CallContext context = CallContext.start();
        try (Page page = dispatch.page()) {
            PageEnd end = source.read(
                    flow.from().pull(),
                    new PageRequest(values),
                    record -> take(flow, page, window, record, context.trace()),
                    context);
            page.confirm();
            return end;
        }
    }

    private void take(Flow flow, Page page, Window window, Payload record, TraceParent trace) {
        Facts facts = Enveloping.facts(flow, record);
        if (!window.saw(facts.changedAt())) {
            throw new OutsideWindow();
        }
        page.add(enveloping.envelop(flow, record, facts, trace));
    }

    /** The source answered with records from before the window it was asked for. */
    static final class OutsideWindow extends RuntimeException {
        OutsideWindow() {
            super(
                    "the source answered with records changed before the window that was asked for: it seems to ignore"
                            + " the filter in the request",
                    null,
                    false,
                    false);
        }
    }
}
