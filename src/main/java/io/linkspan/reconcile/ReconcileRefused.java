package io.linkspan.reconcile;

/** Such a reconciliation cannot be; the message says why and what to do. */
@SuppressWarnings("serial")
public final class ReconcileRefused extends RuntimeException {
    ReconcileRefused(String message) {
        super(message);
    }
}
