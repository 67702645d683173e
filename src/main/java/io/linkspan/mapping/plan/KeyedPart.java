package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.read.FrameList;
import io.linkspan.mapping.write.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object whose keys are values of the entries found: for each key the first entry that has it, or all of them. Called
 * {@code *} it is no object of its own: the keys stand beside the other fields.
 */
final class KeyedPart extends Part {
    private final Entries entries;
    private final Body body;
    private final Emptiness emptiness;
    private final Set<String> taken = new HashSet<>();

    /**
     * What stands behind the keys.
     *
     * @param key the entries' field that gives the key; an entry without it is left out
     * @param many whether it is a list of all entries of the key
     * @param picked the one field of an entry that is wanted, or null for the whole entry
     * @param members the fields of an entry
     * @param checks rules over them
     */
    record Body(Part key, boolean many, @Nullable Part picked, Members members, List<Check> checks) {}

    KeyedPart(Name name, Field field, boolean hidden, Entries entries, Body body, Emptiness emptiness) {
        super(name, field, hidden);
        this.entries = entries;
        this.body = body;
        this.emptiness = emptiness;
    }

    /** The keys that fields beside an {@link #isSpread} one write themselves. */
    void leave(Set<String> keys) {
        taken.addAll(keys);
    }

    @Override
    boolean isSpread() {
        return name.written().equals(SPREAD);
    }

    @Override
    void write(Run run, Frame here) {
        if (hidden || !entries.wanted(run)) {
            return;
        }
        FrameList found = entries.find(run, here);
        Map<String, List<Integer>> keyed = keyed(run, found);
        if (isSpread()) {
            run.enterList();
            keyed.forEach((key, entriesOfKey) -> write(run, new Name(key), found, entriesOfKey));
            run.leaveList();
        } else if (keyed.isEmpty()) {
            run.focus(field, here);
            Object instead = emptiness.settle(run, Emptiness.Kind.ABSENT, Map.of());
            run.blur(instead);
            run.write(this, instead);
        } else {
            run.sink.startObject(name);
            run.enterList();
            keyed.forEach((key, entriesOfKey) -> write(run, new Name(key), found, entriesOfKey));
            run.leaveList();
            run.sink.endObject(name);
        }
        entries.done(run, found);
    }

    private void write(Run run, Name key, FrameList found, List<Integer> positions) {
        if (body.many) {
            run.sink.startList(key);
        }
        for (int position : positions) {
            Frame entry = enter(run, found, position);
            if (body.picked == null) {
                body.members.write(run, key, entry);
            } else {
                run.write(key, body.picked, body.picked.value(run, entry));
            }
            Members.check(run, body.checks);
        }
        if (body.many) {
            run.sink.endList(key);
        }
    }

    private Frame enter(Run run, FrameList found, int position) {
        run.position(position);
        entries.enter(run, found.get(position));
        return found.get(position);
    }

    /** The positions of the entries of each key, in the order of the document. */
    private Map<String, List<Integer>> keyed(Run run, FrameList found) {
        Map<String, List<Integer>> keyed = new LinkedHashMap<>();
        run.enterList();
        for (int i = 0; i < found.size(); i++) {
            Object key = body.key.value(run, enter(run, found, i));
            if (!(key instanceof Missing) && isWanted(JoinSource.text(key))) {
                List<Integer> same = keyed.computeIfAbsent(JoinSource.text(key), first -> new ArrayList<>());
                if (body.many || same.isEmpty()) {
                    same.add(i);
                }
            }
        }
        run.leaveList();
        return keyed;
    }

    private boolean isWanted(String key) {
        return !key.isBlank() && !taken.contains(key);
    }

    @Override
    Kind kind() {
        return Kind.OBJECT;
    }

    @Override
    List<Part> uses() {
        List<Part> uses = new ArrayList<>(body.members.list());
        uses.addAll(entries.uses());
        return uses;
    }

    @Override
    Object value(Run run, Frame here) {
        if (!entries.wanted(run)) {
            return Missing.OMIT;
        }
        FrameList found = entries.find(run, here);
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, List<Integer>> keyed = keyed(run, found);
        run.enterList();
        keyed.forEach((key, positions) -> {
            List<Object> all = positions.stream()
                    .map(position -> entry(run, enter(run, found, position)))
                    .filter(value -> !(value instanceof Missing))
                    .toList();
            if (body.many) {
                values.put(key, all);
            } else if (!all.isEmpty()) {
                values.put(key, all.getFirst());
            }
        });
        run.leaveList();
        entries.done(run, found);
        return values;
    }

    private Object entry(Run run, Frame entry) {
        return body.picked == null ? body.members.value(run, entry) : body.picked.value(run, entry);
    }
}
