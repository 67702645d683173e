package io.linkspan.cli;

/** What a command tells the shell. */
public final class ExitCode {
    /** Everything is as it should be. */
    public static final int FINE = 0;
    /** What was given is wrong, or what was found needs a person. */
    public static final int INPUT_IS_WRONG = 1;
    /** The command line cannot be followed. */
    public static final int CALLED_WRONGLY = 2;

    private ExitCode() {}
}
