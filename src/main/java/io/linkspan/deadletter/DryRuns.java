package io.linkspan.deadletter;

import io.linkspan.flow.Flow;
import io.linkspan.flow.FlowRegistry;
import io.linkspan.mapping.MappingResult;
import io.linkspan.record.Payload;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tries a letter with the mapping in force. Throws {@link NoSuchLetter} and {@link NoSuchFlow}. */
public final class DryRuns {
    private static final Flattened NOTHING = new Flattened(Map.of());

    private final DeadLetters letters;
    private final FlowRegistry flows;

    DryRuns(DeadLetters letters, FlowRegistry flows) {
        this.letters = letters;
        this.flows = flows;
    }

    /**
     * Maps what a replay would send, or the record tried instead.
     *
     * @param tried a record somebody thinks of, or null for the letter's own
     */
    public DryRun run(UUID id, byte @Nullable [] tried) {
        DeadLetter letter = letters.get(id);
        Payloads payloads = letters.payloads(id);
        Flow flow = flows.flow(letter.flow()).orElseThrow(() -> new NoSuchFlow(letter.flow()));
        Payload record = tried == null ? payloads.current() : new Payload(letter.format(), tried);
        MappingResult now = flow.mapping().map(record);
        MappingResult before = flow.mapping().map(payloads.original());
        return new DryRun(
                flow.mapping().hash(),
                !flow.mapping().hash().equals(letter.mappingHash()),
                now.output() == null ? null : now.output().text(),
                now.errors(),
                now.unresolved().stream()
                        .map(one -> one.flow() + "/" + one.key())
                        .toList(),
                difference(before.output(), now.output()));
    }

    private static List<Difference> difference(@Nullable Payload before, @Nullable Payload after) {
        Flattened now = after == null ? NOTHING : Flattened.of(after);
        return before == null ? Difference.between(NOTHING, now) : Difference.between(Flattened.of(before), now);
    }
}
