package io.linkspan.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Judges the contents a record was given against the states its source went through. */
final class History {
    private final List<Optional<Long>> states;

    /**
     * The states of a source.
     *
     * @param last the last revision
     * @param hash the digest of what each revision asks for; empty where it can ask for nothing
     */
    History(int last, IntFunction<Optional<Long>> hash) {
        states = new ArrayList<>(last + 1);
        for (int revision = 0; revision <= last; revision++) {
            states.add(hash.apply(revision));
        }
    }

    /** What can be said against a history. */
    enum Verdict {
        /** Every content belongs to a later state than the one before. */
        GOOD,
        /** A content came again, and no state asks for it a second time. */
        REPEATED,
        /** A content belongs to an earlier state than the one before. */
        INVERTED,
        /** A content belongs to no state. */
        STRANGE
    }

    /** The worst that can be said. Each content is taken for the earliest state it can belong to. */
    Verdict judge(List<Long> given) {
        Verdict worst = Verdict.GOOD;
        int reached = -1;
        for (int i = 0; i < given.size(); i++) {
            int state = find(given.get(i), reached + 1);
            if (state >= 0) {
                reached = state;
                continue;
            }
            Verdict verdict = i > 0 && given.get(i).equals(given.get(i - 1))
                    ? Verdict.REPEATED
                    : find(given.get(i), 0) >= 0 ? Verdict.INVERTED : Verdict.STRANGE;
            worst = verdict.compareTo(worst) > 0 ? verdict : worst;
        }
        return worst;
    }

    private int find(long hash, int from) {
        for (int state = from; state < states.size(); state++) {
            if (states.get(state).filter(expected -> expected == hash).isPresent()) {
                return state;
            }
        }
        return -1;
    }
}
