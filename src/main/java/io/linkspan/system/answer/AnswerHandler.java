package io.linkspan.system.answer;

import io.linkspan.record.Payload;

/** Takes what is found, in the order of the document. */
@FunctionalInterface
public interface AnswerHandler {
    /** Takes a record that stands by itself. */
    void record(Payload record);

    /**
     * Takes a value as soon as it has been read, so that an error told before the records stops their reading.
     *
     * @param path the path as it stands in the shape
     * @return whether to read on
     */
    default boolean value(String path, String value) {
        return true;
    }
}
