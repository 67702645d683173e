package io.linkspan.cli;

/** What a command tells the shell. */
final class ExitCode {
    static final int FINE = 0;
    static final int INPUT_IS_WRONG = 1;
    static final int CALLED_WRONGLY = 2;

    private ExitCode() {}
}
