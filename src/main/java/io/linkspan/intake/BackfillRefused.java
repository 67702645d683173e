package io.linkspan.intake;

/** Such a backfill cannot be; the message says why and what to do. */
@SuppressWarnings("serial")
public final class BackfillRefused extends RuntimeException {
    BackfillRefused(String message) {
        super(message);
    }
}
