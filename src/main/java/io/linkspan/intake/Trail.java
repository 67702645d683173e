package io.linkspan.intake;

import io.linkspan.broker.Page;
import io.linkspan.ledger.Checkpoint;
import io.linkspan.ledger.Checkpoints;
import io.linkspan.ops.FaultPoint;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Moves a walk's checkpoint, one page behind the reading: while the broker's word for a page is still on its way, the source
 * is asked for the next one already. Never more than one page is unconfirmed, and none moves the checkpoint before it is.
 */
final class Trail implements AutoCloseable {
    private final Checkpoints checkpoints;
    private final Course course;
    private Checkpoint checkpoint;
    private Checkpoint reached;
    private @Nullable Page page;

    Trail(Checkpoints checkpoints, Course course, Checkpoint checkpoint) {
        this.checkpoints = checkpoints;
        this.course = course;
        this.checkpoint = checkpoint;
        this.reached = checkpoint;
    }

    /** Takes over a page that was read to its end, and settles the one before it. */
    void follow(Page read, UnaryOperator<Checkpoint> step) {
        try {
            settle();
        } catch (RuntimeException refused) {
            read.close();
            throw refused;
        }
        page = read;
        reached = step.apply(checkpoint);
    }

    private void settle() {
        Page behind = page;
        page = null;
        if (behind != null) {
            try (behind) {
                behind.confirm();
                checkpoint = checkpoints.move(course.checkpoint(), reached, course.fence());
                FaultPoint.AFTER_CHECKPOINT.passed();
            }
        }
    }

    /** Settles the last page: what was read and confirmed is not to be read again, however the walk ended. */
    @Override
    public void close() {
        settle();
    }
}
