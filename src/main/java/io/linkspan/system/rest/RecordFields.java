package io.linkspan.system.rest;

import io.linkspan.record.Payload;
import io.linkspan.system.Target;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The values of one record that an address may ask for. */
final class RecordFields {
    private final Payload body;
    private @Nullable JsonNode parsed;

    RecordFields(Target.Item item) {
        this.body = item.body();
    }

    /** The field at a place, or null where the record has none. */
    @Nullable
    String text(String place) {
        if (body.format() != Payload.Format.JSON) {
            return null;
        }
        if (parsed == null) {
            parsed = RestAnswer.of(200, body.bytes()).json();
        }
        return JsonPlace.text(parsed, place).orElse(null);
    }
}
