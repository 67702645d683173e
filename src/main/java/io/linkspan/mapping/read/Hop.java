package io.linkspan.mapping.read;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From a frame to the frames in one of its lists that pass some tests. */
final class Hop {
    final int list;
    final boolean counts;
    private final Test[] tests;
    private final @Nullable Join join;

    Hop(int list, List<Test> tests) {
        this.list = list;
        this.tests = tests.toArray(Test[]::new);
        counts = tests.stream().anyMatch(Test::counts);
        join = counts
                ? firstJoin(tests)
                : tests.stream()
                        .map(Test::join)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Positions count those that pass the tests before, so that only the first of them may narrow the list beforehand. */
    private static @Nullable Join firstJoin(List<Test> tests) {
        return tests.getFirst().counts() ? null : tests.getFirst().join();
    }

    /** The frames that may pass, in order: all of the list, or fewer. */
    FrameList candidates(Reading reading, Frame frame, Frame field) {
        FrameList all = frame.lists[list];
        return join == null ? all : reading.joins().candidates(join, reading, all, field);
    }

    boolean passes(Reading reading, Frame candidate, Frame field) {
        for (Test test : tests) {
            if (!test.passes(reading, candidate, field, 0, 0)) {
                return false;
            }
        }
        return true;
    }

    FrameList select(Reading reading, FrameList all, Frame field) {
        FrameList left = all;
        for (Test test : tests) {
            FrameList next = new FrameList();
            for (int i = 0; i < left.size(); i++) {
                if (test.passes(reading, left.get(i), field, i + 1, left.size())) {
                    next.add(left.get(i));
                }
            }
            left = next;
        }
        return left;
    }
}
