package io.linkspan.chaos;

import io.linkspan.chaos.Accounts.Fate;
import io.linkspan.chaos.Accounts.Wrong;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Judges one record: which of its states the CRM was given, and what became of the others. */
final class Judgement {
    private final String number;
    private final List<State> states;
    private final Map<Long, String> letters;
    private final Accounts accounts;
    private final @Nullable Fate[] fates;

    /**
     * A state of a record in the ERP.
     *
     * @param changedAt when it came to be, in milliseconds since 1970: no two states of a record share it
     * @param hash the digest of what it asks the CRM to hold; empty where it can ask for nothing
     */
    record State(long changedAt, OptionalLong hash) {}

    /**
     * A content the CRM was given.
     *
     * @param hash its digest
     * @param version the state it said it was, as milliseconds since 1970; null where the flow does not state it
     */
    record Given(long hash, @Nullable Long version) {}

    /**
     * A judgement to be made.
     *
     * @param states all states, the first one first
     * @param letters the status of the dead letters, by the state
     */
    Judgement(String number, List<State> states, Map<Long, String> letters, Accounts accounts) {
        this.number = number;
        this.states = states;
        this.letters = letters;
        this.accounts = accounts;
        this.fates = new Fate[states.size()];
    }

    /** @param records each record the CRM has under this number, as the contents it was given */
    void judge(List<List<Given>> records) {
        if (records.size() > 1) {
            accounts.blame(Wrong.DOUBLED, number);
        }
        List<Given> given = records.isEmpty() ? List.of() : records.getFirst();
        follow(given);
        findTheDead();
        explainTheRest();
        for (int i = 0; i < states.size(); i++) {
            Fate fate = Objects.requireNonNull(fates[i]);
            accounts.count(fate);
            if (fate == Fate.DEAD && states.get(i).hash().isPresent()) {
                accounts.blame(Wrong.STILL_DEAD, number + " state " + i);
            }
            if (fate == Fate.LOST) {
                accounts.blame(Wrong.MISSING, number + " state " + i);
            }
        }
        compareLast(given);
    }

    /** Each content is taken for the earliest state it can belong to. */
    private void follow(List<Given> given) {
        int reached = -1;
        for (int i = 0; i < given.size(); i++) {
            int state = find(given.get(i), reached + 1);
            if (state >= 0) {
                fates[state] = Fate.DELIVERED;
                reached = state;
            } else if (i > 0 && given.get(i).equals(given.get(i - 1))) {
                accounts.blame(Wrong.REPEATED, number);
            } else {
                boolean earlier = find(given.get(i), 0) >= 0;
                accounts.blame(earlier ? Wrong.INVERTED : Wrong.STRANGE, number);
            }
        }
    }

    private int find(Given given, int from) {
        for (int i = from; i < states.size(); i++) {
            if (fits(states.get(i), given)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean fits(State state, Given given) {
        return state.hash().isPresent()
                && state.hash().getAsLong() == given.hash()
                && (given.version() == null || given.version() == state.changedAt());
    }

    private void findTheDead() {
        for (int i = 0; i < states.size(); i++) {
            String status = letters.getOrDefault(states.get(i).changedAt(), "");
            if (status.equals("OPEN") || status.equals("REPLAYING")) {
                if (fates[i] == Fate.DELIVERED) {
                    accounts.blame(Wrong.DEAD_AND_DELIVERED, number + " state " + i);
                } else {
                    fates[i] = Fate.DEAD;
                }
            }
        }
    }

    private void explainTheRest() {
        for (int i = 0; i < states.size(); i++) {
            if (fates[i] == null) {
                fates[i] = sameAsHeld(i) ? Fate.UNCHANGED : laterOne(i) ? Fate.SUPERSEDED : Fate.LOST;
            }
        }
    }

    private boolean sameAsHeld(int state) {
        for (int i = state - 1; i >= 0; i--) {
            if (fates[i] == Fate.DELIVERED) {
                return states.get(state).hash().isPresent()
                        && states.get(state).hash().equals(states.get(i).hash());
            }
        }
        return false;
    }

    private boolean laterOne(int state) {
        for (int i = state + 1; i < fates.length; i++) {
            if (fates[i] == Fate.DELIVERED || fates[i] == Fate.DEAD || sameAsHeld(i)) {
                return true;
            }
        }
        return false;
    }

    private void compareLast(List<Given> given) {
        for (int i = fates.length - 1; i >= 0; i--) {
            if (fates[i] == Fate.DELIVERED || fates[i] == Fate.UNCHANGED) {
                OptionalLong expected = states.get(i).hash();
                if (given.isEmpty() || expected.isEmpty() || given.getLast().hash() != expected.getAsLong()) {
                    accounts.blame(Wrong.DIFFERENT, number);
                }
                return;
            }
        }
    }
}
