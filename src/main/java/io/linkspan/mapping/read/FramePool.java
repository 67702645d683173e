package io.linkspan.mapping.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The frames of a reading, by node; used again for the next record. */
final class FramePool {
    private final FrameList[] made;
    private final int[] used;
    private int taken;

    FramePool(int pools) {
        made = new FrameList[pools];
        used = new int[pools];
        Arrays.setAll(made, i -> new FrameList());
    }

    /** How many frames the record has taken. */
    int taken() {
        return taken;
    }

    void reset() {
        taken = 0;
        Arrays.fill(used, 0);
    }

    int made() {
        int all = 0;
        for (FrameList list : made) {
            all += list.size();
        }
        return all;
    }

    /** An empty frame, standing in its owner's list. */
    Frame next(Node node, @Nullable Frame owner, @Nullable Frame up) {
        taken++;
        FrameList pool = made[node.pool];
        int index = used[node.pool]++;
        if (index == pool.size()) {
            pool.add(new Frame(node));
        }
        Frame frame = pool.get(index);
        frame.reset(owner, up);
        if (owner != null) {
            owner.lists[node.list].add(frame);
        }
        return frame;
    }
}
