package io.linkspan.delivery;

import io.linkspan.system.Fault;
import io.linkspan.system.Fault.Limited;
import io.linkspan.system.Target.Item;
import io.linkspan.system.Target.ItemResult;
import io.linkspan.system.Target.ItemResult.Failed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps to a target's pace: what was turned down for going too fast waits here, in its batch and in order, for as long as
 * the target asked, and is sent again. Only a longer rest is left to the {@link Brake}.
 */
final class Pace {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration WAIT_UNASKED = Duration.ofSeconds(1);
    private static final int MOST_WAITS = 10;

    private final Sleeper sleeper;

    Pace(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /** Waits; a test's waits at once. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    List<ItemResult> push(Pushing pushing, List<Item> items) {
        List<ItemResult> results = new ArrayList<>(pushing.push(items));
        for (int waits = 0; waits < MOST_WAITS; waits++) {
            Duration wait = wait(results);
            if (wait == null || pushing.late() || !slept(wait)) {
                break;
            }
            again(pushing, items, results);
        }
        return results;
    }

    private static void again(Pushing pushing, List<Item> items, List<ItemResult> results) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (limited(results.get(i)) != null) {
                places.add(i);
            }
        }
        List<ItemResult> fresh = pushing.push(places.stream().map(items::get).toList());
        for (int i = 0; i < places.size(); i++) {
            results.set(places.get(i), fresh.get(i));
        }
    }

    private static @Nullable Duration wait(List<ItemResult> results) {
        for (ItemResult result : results) {
            Limited limited = limited(result);
            if (limited != null) {
                Duration asked = limited.retryAfter() == null ? WAIT_UNASKED : limited.retryAfter();
                return asked.compareTo(LONGEST_WAIT) > 0 ? null : asked;
            }
        }
        return null;
    }

    private static @Nullable Limited limited(ItemResult result) {
        return result instanceof Failed(Fault fault) && fault instanceof Limited limited ? limited : null;
    }

    private boolean slept(Duration wait) {
        try {
            sleeper.sleep(wait);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
