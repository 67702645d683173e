package io.linkspan.cli;

/** Ends a command with one message for the person who called it. */
final class Ends extends RuntimeException {
    private final int exitCode;

    private Ends(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /** The files that were given cannot be worked with. */
    static Ends inputIsWrong(String message) {
        return new Ends(ExitCode.INPUT_IS_WRONG, message);
    }

    /** The command line cannot be followed. */
    static Ends calledWrongly(String message) {
        return new Ends(ExitCode.CALLED_WRONGLY, message);
    }

    int exitCode() {
        return exitCode;
    }
}
