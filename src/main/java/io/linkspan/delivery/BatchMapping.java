package io.linkspan.delivery;

import io.linkspan.flow.Flow;
import io.linkspan.mapping.MappingResult;
import io.linkspan.mapping.Note;
import io.linkspan.mapping.References;
import io.linkspan.mapping.Unresolved;
import io.linkspan.record.Attempt;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Outcome.Dead;
import io.linkspan.record.Outcome.Deferred;
import io.linkspan.record.Outcome.FieldError;
import io.linkspan.record.Outcome.Reason;
import io.linkspan.record.Outcome.Retry;
import io.linkspan.record.Tombstone;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Maps a batch: what has errors is dead, what refers to a record that was never delivered waits, the rest has an output. */
final class BatchMapping {
    private static final int NAMED = 10;

    private final References references;
    private final MeterRegistry registry;
    private final InstantSource clock;

    BatchMapping(References references, MeterRegistry registry, InstantSource clock) {
        this.references = references;
        this.registry = registry;
        this.clock = clock;
    }

    MappedBatch map(Flow flow, List<Envelope> batch, RetrySchedule schedule) {
        MappedBatch mapped = new MappedBatch(batch);
        for (Envelope envelope : mapped.newest()) {
            if (envelope.key().isStandIn()) {
                mapped.ends(envelope.key(), keyless(flow.mapping().map(envelope.payload())));
            } else {
                one(flow, mapped, envelope, schedule);
            }
        }
        return mapped;
    }

    private static Outcome keyless(MappingResult result) {
        String why = result.errors().isEmpty()
                ? ""
                : ": " + result.errors().getFirst().detail();
        return new Dead(Reason.UNREADABLE, "the record names no usable key" + why, fields(result.errors()), null);
    }

    private void one(Flow flow, MappedBatch mapped, Envelope envelope, RetrySchedule schedule) {
        if (Tombstone.is(envelope.payload())) {
            mapped.mapsTo(envelope.key(), envelope.payload());
            return;
        }
        MappingResult result = flow.mapping().map(envelope.payload(), references);
        for (Note warning : result.warnings()) {
            registry.counter("linkspan.mapping.warnings", "flow", flow.name(), "code", warning.code())
                    .increment();
        }
        if (!result.errors().isEmpty()) {
            mapped.ends(envelope.key(), dead(result.errors()));
        } else if (!result.unresolved().isEmpty()) {
            mapped.ends(envelope.key(), waits(result.unresolved(), envelope, schedule));
        } else {
            mapped.mapsTo(envelope.key(), Objects.requireNonNull(result.output()));
        }
    }

    private static Outcome dead(List<Note> errors) {
        List<FieldError> fields = fields(errors);
        String named = fields.stream()
                .map(error -> error.field() + " (" + error.code() + ")")
                .distinct()
                .limit(NAMED)
                .collect(Collectors.joining(", "));
        return new Dead(Reason.MAPPING, "the mapping found errors: " + named, fields, null);
    }

    private static List<FieldError> fields(List<Note> errors) {
        return errors.stream()
                .map(note -> new FieldError(note.field(), note.code(), note.source(), note.detail()))
                .toList();
    }

    private Outcome waits(List<Unresolved> missing, Envelope envelope, RetrySchedule schedule) {
        String named = missing.stream()
                .map(one -> one.flow() + "/" + one.key())
                .distinct()
                .limit(NAMED)
                .collect(Collectors.joining(", "));
        Instant now = clock.instant();
        Attempt attempt = new Attempt(now, "unresolved-reference", "not delivered yet: " + named);
        if (schedule.tooOld(envelope.attempts(), now)) {
            return new Dead(Reason.EXHAUSTED, "what it refers to never came: " + named, List.of(), attempt);
        }
        // The first wait tells since when; the others spend nothing, because the other record's flow may be held up.
        return envelope.attempts().last().isEmpty()
                ? new Retry(schedule.next(envelope.attempts(), null), attempt)
                : new Deferred(schedule.meanwhile(envelope.attempts(), now), attempt.detail());
    }
}
