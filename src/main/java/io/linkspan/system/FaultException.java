package io.linkspan.system;

/** A call to a system ended in a fault. */
public final class FaultException extends Exception {
    private final transient Fault fault;

    /** Wraps a fault; the cause, where there is one, is for the log. */
    public FaultException(Fault fault, Throwable cause) {
        super(fault.code() + ": " + fault.detail(), cause);
        this.fault = fault;
    }

    /** A fault the other side told us itself. */
    public FaultException(Fault fault) {
        super(fault.code() + ": " + fault.detail());
        this.fault = fault;
    }

    /** What went wrong. */
    public Fault fault() {
        return fault;
    }
}
