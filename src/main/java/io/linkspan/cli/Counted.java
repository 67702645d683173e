package io.linkspan.cli;

/** Numbers with their noun. */
final class Counted {
    private Counted() {}

    static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
