package io.linkspan.mapping.read;

/** The entries of a list and what stands between them. */
final class Neighbours {
    private Neighbours() {}

    /**
     * Lets each entry know which elements of its list follow it, up to the next entry. Entries come in the document's order.
     *
     * @param end where the last one's followers end at the latest: entries may be followers themselves
     */
    @SuppressWarnings("ReferenceEquality") // a frame is one element
    static void lead(FrameList entries, int end) {
        Frame before = null;
        int at = 0;
        for (int i = 0; i < entries.size(); i++) {
            Frame entry = entries.get(i);
            Frame owner = entry.owner;
            if (owner == null) {
                continue;
            }
            FrameList all = owner.lists[entry.node.list];
            boolean goesOn = before != null && before.owner == owner;
            at = goesOn ? at : 0;
            while (at < all.size() && all.get(at) != entry) {
                at++;
            }
            if (before != null && goesOn) {
                before.followersTo = at;
            }
            entry.followersFrom = at + 1;
            entry.followersTo = Math.min(all.size(), end);
            before = entry;
        }
    }

    static FrameList followers(Frame entry) {
        FrameList followers = new FrameList();
        Frame owner = entry.owner;
        for (int i = entry.followersFrom; owner != null && i < entry.followersTo; i++) {
            followers.add(owner.lists[entry.node.list].get(i));
        }
        return followers;
    }

    /** The entries of the same list that the entry stands in, the outermost first, and itself. */
    static FrameList trail(Frame entry) {
        FrameList inner = new FrameList();
        for (Frame frame = entry; frame != null; frame = Way.enclosing(frame)) {
            inner.add(frame);
        }
        FrameList trail = new FrameList();
        for (int i = inner.size() - 1; i >= 0; i--) {
            trail.add(inner.get(i));
        }
        return trail;
    }
}
