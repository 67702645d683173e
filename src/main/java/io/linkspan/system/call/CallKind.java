package io.linkspan.system.call;

/** What a call does to the other side; decides what an error in the middle of it means. */
public enum CallKind {
    /** Reads; may be repeated. Done within the time-out. */
    READ,
    /** Reads a page as a stream; the time-out holds until the answer begins, and for each silence in it. */
    PAGE,
    /** Creates something that is there twice if it is done twice. */
    CREATE,
    /** Changes something else. */
    CHANGE,
    /** Changes several records at once. */
    BATCH;

    /** Whether the other side may be another one afterwards. */
    public boolean changes() {
        return this == CREATE || this == CHANGE || this == BATCH;
    }
}
