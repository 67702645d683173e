package io.linkspan.system.soap;

import io.linkspan.record.Payload;
import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Source.RecordSink;
import io.linkspan.system.answer.AnswerHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of the records of one page as they stream in. */
abstract class Listing implements AnswerHandler {
    private long count;
    private @Nullable Payload last;

    @Override
    public final void record(Payload record) {
        count++;
        last = record;
        take(record);
    }

    abstract void take(Payload record);

    /** How many records the page held. */
    long count() {
        return count;
    }

    /** The page's last record, or null for an empty page. */
    @Nullable
    Payload last() {
        return last;
    }

    /** Hands each record on at once. */
    static final class Direct extends Listing {
        private final RecordSink sink;

        Direct(RecordSink sink) {
            this.sink = sink;
        }

        @Override
        void take(Payload record) {
            sink.accept(record);
        }
    }

    /** Keeps of each record what its detail call needs, so that the list is read to its end before the first such call. */
    static final class ForDetails extends Listing {
        private final DetailPlan detail;
        private final List<Map<String, String>> records = new ArrayList<>();

        ForDetails(DetailPlan detail) {
            this.detail = detail;
        }

        @Override
        void take(Payload record) {
            records.add(detail.valuesOf(record));
        }

        List<Map<String, String>> records() {
            return records;
        }
    }

    /** The one record a detail call answers. */
    static final class Single extends Listing {
        @Override
        void take(Payload record) {
            // the last one is kept, and there must be one only
        }

        Payload record(Operation operation) throws FaultException {
            Payload only = last();
            if (only == null || count() > 1) {
                String said = only == null ? "has no record" : "has " + count() + " records";
                throw new FaultException(new Fault.Misconfigured(
                        "detail-not-one",
                        "the answer to " + operation.name() + " " + said + " where one was asked for"));
            }
            return only;
        }
    }
}
