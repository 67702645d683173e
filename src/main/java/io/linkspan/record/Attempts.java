package io.linkspan.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was tried so far for one envelope, oldest first.
 *
 * @param count how many attempts were spent, also those no longer listed
 * @param last the first and the latest of them, {@value #LISTED} at most
 */
public record Attempts(int count, List<Attempt> last) {
    /** How many attempts an envelope lists. */
    public static final int LISTED = 20;

    /** Nothing tried yet. */
    public static final Attempts NONE = new Attempts(0, List.of());

    /** Keeps the list safe from changes. */
    public Attempts {
        last = List.copyOf(last);
    }

    /** This history with one more attempt. */
    public Attempts and(Attempt attempt) {
        List<Attempt> all = new ArrayList<>(last);
        all.add(attempt);
        if (all.size() > LISTED) {
            // the first says how long it has been tried; the one after it is missed least
            all.remove(1);
        }
        return new Attempts(count + 1, all);
    }

    /** When the first attempt ended, or the given time where there was none. */
    public Instant since(Instant otherwise) {
        return last.isEmpty() ? otherwise : last.getFirst().at();
    }
}
