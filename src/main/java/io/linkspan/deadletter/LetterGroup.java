package io.linkspan.deadletter;

import io.linkspan.record.Outcome;
import java.time.Instant;

/**
 * Letters with the same thing wrong.
 *
 * @param fingerprint names the group
 * @param letters how many there are in the status asked for
 * @param first when the first of them died
 * @param last when the last of them died
 */
public record LetterGroup(
        String fingerprint,
        String flow,
        Outcome.Reason reason,
        String title,
        long letters,
        Instant first,
        Instant last) {}
