package io.linkspan.sandbox.fault;

import io.linkspan.sandbox.http.Answer;
import io.linkspan.sandbox.http.Request;
import org.jspecify.annotations.Nullable;

/** A system as it is when all goes well, and the faults that only it can play. */
public interface Station {
    /** What is called, for rules and counts. */
    String name(Request request);

    /**
     * Does the work.
     *
     * @param request the call
     * @param fault a rule of a kind that only this station knows how to play, or null
     */
    Answer answer(Request request, @Nullable FaultRule fault) throws InterruptedException;

    /** Answers what is asked under {@code /sandbox/}; no fault ever hits it. */
    Answer control(Request request);
}
