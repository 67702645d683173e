package io.linkspan.mapping;

import io.linkspan.mapping.function.Functions;
import io.linkspan.mapping.plan.Plan;
import io.linkspan.mapping.plan.PlanCompiler;
import io.linkspan.record.Payload;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A compiled mapping: from a source record to a target record. Immutable, safe for several threads. */
public final class Mapping {
    private final Plan plan;
    private final String hash;
    private final @Nullable OutputCheck check;

    private Mapping(Plan plan, String hash, @Nullable OutputCheck check) {
        this.plan = plan;
        this.hash = hash;
        this.check = check;
    }

    /**
     * Compiles a mapping.
     *
     * @param root the whole of a flow file; only {@link #keys} are read
     * @param files the files beside it
     * @param problems takes everything that is wrong or odd
     * @return null where there was an error
     */
    public static @Nullable Mapping compile(YamlMap root, MappingFiles files, Problems problems) {
        return attempt(root, files, problems).mapping();
    }

    /** Compiles a mapping, and tells of what is right in it even where there was an error. */
    public static Attempt attempt(YamlMap root, MappingFiles files, Problems problems) {
        HashedFiles hashed = new HashedFiles(files);
        PlanCompiler.Result result = PlanCompiler.compile(root, Functions.all(), hashed, problems);
        Plan plan = result.plan();
        Mapping mapping = plan == null ? null : new Mapping(plan, hashed.hash(root, keys()), null);
        return new Attempt(mapping, result.outline(), result.complete());
    }

    /**
     * What became of an attempt to compile.
     *
     * @param mapping null where there was an error
     * @param outline its fields; one that has an error gives a value of any type
     * @param complete false where fields are missing that nothing is known of: a file of shared fields could not be read
     */
    public record Attempt(@Nullable Mapping mapping, MappingOutline outline, boolean complete) {}

    /** The top-level keys of a flow file that are the mapping's. */
    public static Set<String> keys() {
        return Set.copyOf(PlanCompiler.KEYS);
    }

    /** The same mapping, whose outputs are checked as well once the mapping itself has found no error. */
    public Mapping checkedBy(OutputCheck outputCheck) {
        return new Mapping(plan, hash, outputCheck);
    }

    private MappingResult map(Payload record, References references, boolean traced) {
        MappingResult result = plan.map(record, references, traced);
        return check == null || result.output() == null ? result : checked(result, check.errors(result.output()));
    }

    private MappingResult checked(MappingResult result, List<Note> errors) {
        if (errors.isEmpty()) {
            return result;
        }
        List<Note> located = errors.stream().map(this::located).toList();
        return new MappingResult(null, result.warnings(), located, result.unresolved(), result.trace());
    }

    /** With the source paths of the field it is about. */
    private Note located(Note error) {
        String target = error.field().replaceAll("\\[[0-9]+]", "[]");
        String sources = outline().fields().stream()
                .filter(row -> row.target().equals(target))
                .flatMap(row -> row.sources().stream())
                .collect(Collectors.joining(", "));
        return new Note(error.field(), error.code(), sources, error.detail(), error.value(), error.other());
    }

    /** Maps a record whose references cannot be resolved here. */
    public MappingResult map(Payload record) {
        return map(record, References.NONE, false);
    }

    /** Maps a record. */
    public MappingResult map(Payload record, References references) {
        return map(record, references, false);
    }

    /** Maps a record and says how each field came to be. */
    public MappingResult explain(Payload record, References references) {
        return map(record, references, true);
    }

    /** What the mapping does, field by field. */
    public MappingOutline outline() {
        return plan.outline();
    }

    /**
     * Names this version of the mapping: the same for files that differ in comments and blanks only, another one as soon as
     * a file it uses changes.
     *
     * @return 64 hexadecimal digits
     */
    public String hash() {
        return hash;
    }
}
