package io.linkspan.sandbox.crm;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One record to be written.
 *
 * @param collection where to
 * @param way how
 * @param address the external id or the CRM's own id, by the way; empty for a create
 * @param sent what was sent, without its idempotency key
 * @param key the idempotency key, or null
 */
record Submission(
        String collection,
        Way way,
        String address,
        ObjectNode sent,
        @Nullable String key) {
    /** How a record is written. */
    enum Way {
        /** By external id: update it or create it. The content is replaced. */
        UPSERT,
        /** As a new record. */
        CREATE,
        /** By our id: replace the content. */
        REPLACE,
        /** By our id: replace the properties that were sent; null clears. */
        MERGE,
        /** By external id, as {@link #MERGE}. */
        MERGE_NAMED
    }
}
