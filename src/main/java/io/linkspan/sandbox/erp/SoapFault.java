package io.linkspan.sandbox.erp;

/** A call that cannot be answered but by a fault. */
final class SoapFault extends Exception {
    private static final long serialVersionUID = 1;

    private final Who who;

    /** Who is to blame. */
    enum Who {
        CALLER,
        ERP,
        STRANGER
    }

    SoapFault(Who who, String text) {
        super(text);
        this.who = who;
    }

    Who who() {
        return who;
    }

    String text() {
        return "" + getMessage();
    }
}
