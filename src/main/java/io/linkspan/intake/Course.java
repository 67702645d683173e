package io.linkspan.intake;

import io.linkspan.ledger.Checkpoint;
import io.linkspan.ledger.Fence;
import io.linkspan.record.Envelope;
import io.linkspan.record.Payload;
import io.linkspan.record.TraceParent;
import io.linkspan.system.Pull;
import io.linkspan.system.Source;
import java.util.Optional;
import java.util.function.Function;

/**
 * One way through a source: a flow's live pull, its deletions, or a backfill beside it. Each has a checkpoint of its own.
 *
 * @param flow whose records they are
 * @param source who is asked
 * @param pull what is asked
 * @param checkpoint the checkpoint's name
 * @param fence what the checkpoint is moved by
 * @param window opens the window, from the checkpoint
 * @param pages begins each page: called before the source is asked
 */
record Course(
        String flow,
        Source source,
        Pull pull,
        String checkpoint,
        Fence fence,
        Function<Checkpoint, Window> window,
        PageStart pages) {

    /** Begins a page. */
    @FunctionalInterface
    interface PageStart {
        /**
         * Begins one.
         *
         * @param trace what the page's records belong to
         */
        Taker begin(Window window, TraceParent trace);
    }

    /** Makes envelopes of one page's records. */
    @FunctionalInterface
    interface Taker {
        /**
         * The record's envelope, or nothing where it is to be left out.
         *
         * @throws PageUnfit where the record shows that the page is no answer to what was asked
         */
        Optional<Envelope> take(Payload record);
    }
}
