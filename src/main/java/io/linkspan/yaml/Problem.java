package io.linkspan.yaml;

/**
 * One thing wrong in a file a person wrote.
 *
 * @param place where it stands
 * @param severity whether the file is refused for it
 * @param code a short stable name in kebab case, for editors and CI ("unknown-key")
 * @param message what is wrong, in a sentence without a full stop
 * @param mend what to write instead; empty where the message says it all
 */
public record Problem(Place place, Severity severity, String code, String message, String mend) {
    /** Whether a problem refuses the file. */
    public enum Severity {
        /** The file is refused. */
        ERROR,
        /** The file is used; somebody should look. */
        WARNING
    }

    /** This problem as an error, for those who want no warnings left. */
    public Problem asError() {
        return new Problem(place, Severity.ERROR, code, message, mend);
    }

    @Override
    public String toString() {
        String tail = mend.isEmpty() ? "" : " (" + mend + ")";
        String head = severity == Severity.WARNING ? "warning: " : "";
        return place + " " + head + message + tail;
    }
}
