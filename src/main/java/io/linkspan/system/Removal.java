package io.linkspan.system;

import org.jspecify.annotations.Nullable;

/**
 * What a flow asks of its target when a record is gone at the source: {@code to.delete} in the flow file.
 *
 * @param request the call; {@code {key}} is the source's key, {@code {id}} the target's own id
 * @param body what is sent as JSON where the record is to be changed instead of deleted, or null
 */
public record Removal(Push.Call request, @Nullable String body) {
    /** Whether the target holds the record no more afterwards. */
    public boolean deletes() {
        return body == null;
    }
}
