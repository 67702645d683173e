package io.linkspan.cli;

/** Ends a command with one message for the person who called it. */
public final class Ends extends RuntimeException {
    private final int exitCode;

    private Ends(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /** The files that were given cannot be worked with. */
    public static Ends inputIsWrong(String message) {
        return new Ends(ExitCode.INPUT_IS_WRONG, message);
    }

    /** The command line cannot be followed. */
    public static Ends calledWrongly(String message) {
        return new Ends(ExitCode.CALLED_WRONGLY, message);
    }

    /** The exit code it ends with. */
    public int exitCode() {
        return exitCode;
    }
}
