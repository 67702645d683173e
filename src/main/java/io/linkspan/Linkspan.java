package io.linkspan;

/** The entry point of the program. */
public final class Linkspan {
    private Linkspan() {}

    /** Starts the program with the given command line. */
    public static void main(String[] args) {
        System.out.println("linkspan");
    }
}
