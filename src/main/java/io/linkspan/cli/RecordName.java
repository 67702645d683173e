package io.linkspan.cli;

import io.linkspan.flow.FlowFile;
import io.linkspan.flow.RecordFacts;
import io.linkspan.mapping.read.UnreadableRecordException;
import io.linkspan.record.Payload;
import org.jspecify.annotations.Nullable;

/** What a record is called in messages: its number in the file and, where the flow names one, its key. */
final class RecordName {
    private final @Nullable RecordFacts facts;

    RecordName(FlowFile file) {
        this.facts = file.flow().map(flow -> flow.from().facts()).orElse(null);
    }

    String of(long number, Payload record) {
        String key = key(record);
        return "record " + number + (key == null ? "" : " key " + key);
    }

    private @Nullable String key(Payload record) {
        try {
            return facts == null ? null : facts.of(record).key();
        } catch (UnreadableRecordException unreadable) {
            return null; // the mapping will say so
        }
    }
}
