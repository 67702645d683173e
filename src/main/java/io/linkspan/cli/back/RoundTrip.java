package io.linkspan.cli.back;

import io.linkspan.mapping.Mapping;
import io.linkspan.mapping.MappingResult;
import io.linkspan.mapping.References;
import io.linkspan.record.Payload;
import java.util.Optional;

/** There, back and there again: what the second way there does not find any more did not come back. */
public final class RoundTrip {
    private final Mapping there;
    private final Mapping back;

    /** Of two mappings. */
    public RoundTrip(Mapping there, Mapping back) {
        this.there = there;
        this.back = back;
    }

    /**
     * The two outputs of one record.
     *
     * @param first of the record itself
     * @param second of what came back; null where it could not be mapped
     */
    public record Outputs(Payload first, MappingResult second) {}

    /** Takes one record there and back; nothing where it is not mapped at all. */
    public Optional<Outputs> of(Payload record, References references) {
        Payload first = there.map(record, references).output();
        if (first == null) {
            return Optional.empty();
        }
        MappingResult returned = back.map(first);
        Payload came = returned.output();
        return Optional.of(new Outputs(first, came == null ? returned : there.map(came, references)));
    }
}
