package io.linkspan.broker;

import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands the dead to the archive: also those the broker put there by itself, and what is no message of ours at all. */
final class DeadWork implements BatchWork {
    private static final String NO_FLOW = "unknown";

    private final DeadHandler handler;
    private final InstantSource clock;

    DeadWork(DeadHandler handler, InstantSource clock) {
        this.handler = handler;
        this.clock = clock;
    }

    @Override
    public Decision handle(List<Arrival> batch) {
        handler.archive(batch.stream().map(this::dead).toList());
        return Decision.whole(List.of());
    }

    private DeadEnvelope dead(Arrival arrival) {
        DeadNote note = note(arrival);
        return new DeadEnvelope(envelope(arrival), note.why(), note.at(), note.mapping());
    }

    private static Envelope envelope(Arrival arrival) {
        try {
            return EnvelopeCodec.read(arrival.properties(), arrival.body());
        } catch (IllegalArgumentException unreadable) {
            String flow = Header.text(arrival.properties().getHeaders(), Header.FLOW);
            return Salvage.of(arrival.properties(), arrival.body(), flow == null || flow.isBlank() ? NO_FLOW : flow);
        }
    }

    private DeadNote note(Arrival arrival) {
        Map<String, Object> headers = arrival.properties().getHeaders();
        String json = Header.text(headers, Header.DEAD);
        if (json == null) {
            return byTheBroker(headers);
        }
        try {
            return HeaderJson.dead(json);
        } catch (IllegalArgumentException unreadable) {
            return note(Outcome.Reason.UNREADABLE, String.valueOf(unreadable.getMessage()));
        }
    }

    private DeadNote byTheBroker(@Nullable Map<String, Object> headers) {
        return Header.text(headers, Header.FLOW) == null
                ? note(Outcome.Reason.UNREADABLE, "the message was not published by Linkspan")
                : note(
                        Outcome.Reason.EXHAUSTED,
                        "the broker gave the record up: no process that took it lived to settle it");
    }

    private DeadNote note(Outcome.Reason reason, String detail) {
        Instant now = clock.instant();
        return new DeadNote(reason, detail, List.of(), null, now, "");
    }
}
