package io.linkspan.chaos;

import java.util.SplittableRandom;

/** One way in which something goes wrong, and is well again when it returns. */
interface Trouble {
    /** What {@link #strike} returns where it met nothing: that is no fault then. */
    String MISSED = "";

    /** What the report calls it. */
    String name();

    /**
     * Makes trouble.
     *
     * @return what it met, for the report
     */
    String strike(SplittableRandom dice) throws InterruptedException;

    /** Trouble of a name. */
    static Trouble of(String name, Deed deed) {
        return new Trouble() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String strike(SplittableRandom dice) throws InterruptedException {
                return deed.done(dice);
            }
        };
    }

    /** What is done. */
    @FunctionalInterface
    interface Deed {
        String done(SplittableRandom dice) throws InterruptedException;
    }
}
