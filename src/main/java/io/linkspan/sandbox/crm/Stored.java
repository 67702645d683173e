package io.linkspan.sandbox.crm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record on its shelf: what it holds and every content it was ever given. Guarded by its shelf. */
final class Stored {
    private final long id;
    private final @Nullable String externalId;
    private Content content;
    private long[] history;
    private final List<@Nullable String> versions = new ArrayList<>(1);

    Stored(long id, @Nullable String externalId, Content content) {
        this.id = id;
        this.externalId = externalId;
        this.content = content;
        this.history = new long[] {content.hash()};
        this.versions.add(content.version());
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

    /** The versions stated with them; null where none was. */
    List<@Nullable String> versions() {
        return Collections.unmodifiableList(new ArrayList<>(versions));
    }

    void give(Content next) {
        content = next;
        history = Arrays.copyOf(history, history.length + 1);
        history[history.length - 1] = next.hash();
        versions.add(next.version());
    }
}
