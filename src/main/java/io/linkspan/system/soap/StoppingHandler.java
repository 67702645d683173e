package io.linkspan.system.soap;

import io.linkspan.record.Payload;
import io.linkspan.system.Pull.AnswerErrors;
import io.linkspan.system.answer.AnswerHandler;
import org.jspecify.annotations.Nullable;

/** Hands records on until the answer tells an error: what stands behind it is no record. */
final class StoppingHandler implements AnswerHandler {
    private final @Nullable AnswerErrors errors;
    private final AnswerHandler next;
    private boolean bad;
    private boolean explained;

    StoppingHandler(@Nullable AnswerErrors errors, AnswerHandler next) {
        this.errors = errors;
        this.next = next;
    }

    @Override
    public void record(Payload record) {
        if (!bad) {
            next.record(record);
        }
    }

    @Override
    public boolean value(String path, String value) {
        if (errors != null) {
            bad |= path.equals(errors.path()) && !errors.good().contains(value);
            explained |= path.equals(errors.message());
        }
        return !stopped();
    }

    /** Whether the rest of the answer does not matter: an error has been told, and its explanation too. */
    boolean stopped() {
        return bad && errors != null && (errors.message() == null || explained);
    }
}
