package io.linkspan.sandbox.crm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A record on its shelf: what it holds and every content it was ever given. Guarded by its shelf. */
final class Stored {
    private final long id;
    private final @Nullable String externalId;
    private Content content;
    private long[] history;

    Stored(long id, @Nullable String externalId, Content content) {
        this.id = id;
        this.externalId = externalId;
        this.content = content;
        this.history = new long[] {content.hash()};
    }

    long id() {
        return id;
    }

    @Nullable
    String externalId() {
        return externalId;
    }

    Content content() {
        return content;
    }

    /** The digests of all contents, the first one first. */
    long[] history() {
        return history.clone();
    }

    void give(Content next) {
        content = next;
        history = Arrays.copyOf(history, history.length + 1);
        history[history.length - 1] = next.hash();
    }
}
