package io.linkspan.deadletter;

import io.linkspan.mapping.Note;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the mapping in force would make of a letter. Nothing is sent.
 *
 * @param mappingHash the mapping in force
 * @param mappingChanged whether another one decided when the letter died
 * @param output what would be sent; null where there are errors
 * @param errors what is wrong with single fields
 * @param waitsFor records it refers to, as {@code flow/key}: whether the target holds them is seen at delivery only
 * @param difference of the output from that of the record as the source gave it; empty where nothing was changed
 */
public record DryRun(
        String mappingHash,
        boolean mappingChanged,
        @Nullable String output,
        List<Note> errors,
        List<String> waitsFor,
        List<Difference> difference) {}
