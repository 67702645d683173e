package io.linkspan.system.settings;

/**
 * A credential. It shows itself to nobody who does not ask for it.
 *
 * @param reveal the credential itself
 */
public record Secret(String reveal) {
    /** For the configuration's binding. */
    public static Secret of(String written) {
        return new Secret(written);
    }

    @Override
    public String toString() {
        return "***";
    }
}
