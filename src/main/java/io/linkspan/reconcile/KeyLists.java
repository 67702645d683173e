package io.linkspan.reconcile;

import io.linkspan.flow.RecordFacts.Facts;
import io.linkspan.flow.Upkeep.Listed;
import io.linkspan.mapping.read.UnreadableRecordException;
import io.linkspan.reconcile.KeyTable.Listing;
import io.linkspan.reconcile.KeyTable.Side;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import io.linkspan.record.Version;
import io.linkspan.system.CallContext;
import io.linkspan.system.FaultException;
import io.linkspan.system.Source;
import io.linkspan.system.Source.PageRequest;
import io.linkspan.system.Target;
import io.linkspan.system.TargetList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reads the full lists of keys into the database, a thousand at a time. */
final class KeyLists {
    private static final int AT_ONCE = 1000;

    private final KeyTable table;

    KeyLists(KeyTable table) {
        this.table = table;
    }

    /** Reads what the source has; {@code goOn} is asked before each page. */
    void source(UUID run, Listed list, Source source, BooleanSupplier goOn) throws FaultException {
        Map<String, String> where = Map.of();
        while (where != null) {
            demand(goOn);
            Batch batch = new Batch(run, Side.SOURCE);
            where = source.read(
                            list.pull(),
                            new PageRequest(where),
                            record -> batch.add(key(list, record)),
                            CallContext.start())
                    .next();
            batch.flush();
        }
    }

    /** Reads what the target has. */
    void target(UUID run, TargetList list, Target target, BooleanSupplier goOn) throws FaultException {
        String place = null;
        do {
            demand(goOn);
            Target.KeyPage page = target.keys(list, place, CallContext.start());
            Batch batch = new Batch(run, Side.TARGET);
            page.keys().forEach(one -> batch.add(key(one.key(), one.version())));
            batch.flush();
            place = page.next();
        } while (place != null);
    }

    private static void demand(BooleanSupplier goOn) {
        if (!goOn.getAsBoolean()) {
            throw new BrokenOff();
        }
    }

    private static Listing key(Listed list, Payload record) {
        try {
            Facts facts = list.facts().of(record);
            return key(facts.key() == null ? "" : facts.key().strip(), facts.version());
        } catch (UnreadableRecordException unreadable) {
            throw new ListUnfit("an entry of the list cannot be read: " + unreadable.getMessage());
        }
    }

    private static Listing key(String key, @Nullable String version) {
        if (key.isBlank() || key.length() > RecordKey.LONGEST || key.indexOf(0) >= 0) {
            throw new ListUnfit("an entry of the list names no usable key: mend 'key'");
        }
        return new Listing(key, version == null ? null : Version.of(version, 0).stated());
    }

    /** Keys on their way into the database. */
    private final class Batch {
        private final UUID run;
        private final Side side;
        private final List<Listing> keys = new ArrayList<>(AT_ONCE);

        Batch(UUID run, Side side) {
            this.run = run;
            this.side = side;
        }

        void add(Listing key) {
            keys.add(key);
            if (keys.size() == AT_ONCE) {
                flush();
            }
        }

        void flush() {
            table.add(run, side, keys);
            keys.clear();
        }
    }

    /** A list that is not what the flow file says; the message says where. */
    static final class ListUnfit extends RuntimeException {
        ListUnfit(String message) {
            super(message, null, false, false);
        }
    }

    /** The service stops, or another replica has taken over. */
    static final class BrokenOff extends RuntimeException {
        BrokenOff() {
            super("broken off", null, false, false);
        }
    }
}
