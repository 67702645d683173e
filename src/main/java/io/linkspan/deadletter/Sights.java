package io.linkspan.deadletter;

import io.linkspan.flow.Flow;
import io.linkspan.flow.FlowRegistry;
import io.linkspan.record.Payload;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Letters as those see them who may not see everything: values of fields the flow calls sensitive are hidden in the record,
 * in what the mapping made of it and wherever the mapping or the target repeated them. Of a flow that is not in force any
 * more nobody knows what is sensitive, so the whole record is hidden.
 */
public final class Sights {
    private static final Pattern EVERYTHING = Pattern.compile(".+", Pattern.DOTALL);

    private final DeadLetters letters;
    private final FlowRegistry flows;

    Sights(DeadLetters letters, FlowRegistry flows) {
        this.letters = letters;
        this.flows = flows;
    }

    /** The letter as it is: for those only who may see everything. */
    public Sight open(DeadLetter letter) {
        Payloads payloads = letters.payloads(letter.id());
        return new Sight(payloads.original().text(), text(payloads.edited()), null);
    }

    /** The letter with its sensitive values hidden; with everything hidden when its record cannot be decrypted. */
    public Sight masked(DeadLetter letter) {
        return masked(letter, null);
    }

    /** The same, with the sensitive values of a record hidden that somebody thinks of putting in its place. */
    public Sight masked(DeadLetter letter, byte @Nullable [] tried) {
        try {
            return hidden(letter, tried);
        } catch (PayloadSealed unreadable) {
            return new Sight(RecordMask.HIDDEN, null, EVERYTHING);
        }
    }

    private Sight hidden(DeadLetter letter, byte @Nullable [] tried) {
        Optional<Flow> flow = flows.flow(letter.flow());
        SensitivePlaces places = flow.map(
                        one -> SensitivePlaces.of(one.mapping().outline()))
                .orElse(new SensitivePlaces(Set.of(), Set.of(), true));
        if (places.none()) {
            return open(letter);
        }
        Payloads kept = letters.payloads(letter.id());
        return masked(
                tried == null ? kept : new Payloads(kept.original(), new Payload(letter.format(), tried)),
                places,
                flow);
    }

    private static Sight masked(Payloads payloads, SensitivePlaces places, Optional<Flow> flow) {
        Set<String> values = new HashSet<>();
        String original = masked(payloads.original(), places, values);
        Payload edited = payloads.edited();
        String changed = edited == null ? null : masked(edited, places, values);
        flow.ifPresent(one -> {
            values.addAll(mapped(one, payloads.original(), places));
            values.addAll(mapped(one, payloads.current(), places));
        });
        return new Sight(original, changed, Sight.any(values));
    }

    private static String masked(Payload record, SensitivePlaces places, Set<String> values) {
        if (places.all()) {
            values.addAll(Flattened.of(record).values().values());
            return RecordMask.HIDDEN;
        }
        return new RecordMask(places.names(), values).masked(record);
    }

    /** A target repeats what it was sent, which the mapping may have written in another way. */
    private static Set<String> mapped(Flow flow, Payload record, SensitivePlaces places) {
        Payload output = flow.mapping().map(record).output();
        Set<String> values = new HashSet<>();
        if (output != null) {
            Flattened.of(output).values().forEach((path, value) -> {
                String general = path.replaceAll("\\[\\d+]", "[]");
                if (places.targets().contains(general)) {
                    values.add(value);
                }
            });
        }
        return values;
    }

    private static @Nullable String text(@Nullable Payload payload) {
        return payload == null ? null : payload.text();
    }
}
