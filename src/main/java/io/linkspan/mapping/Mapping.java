package io.linkspan.mapping;

import io.linkspan.mapping.function.Functions;
import io.linkspan.mapping.plan.Plan;
import io.linkspan.mapping.plan.PlanCompiler;
import io.linkspan.record.Payload;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A compiled mapping: from a source record to a target record. Immutable, safe for several threads. */
public final class Mapping {
    private final Plan plan;
    private final String hash;

    private Mapping(Plan plan, String hash) {
        this.plan = plan;
        this.hash = hash;
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
        HashedFiles hashed = new HashedFiles(files);
        Plan plan = PlanCompiler.compile(root, Functions.all(), hashed, problems);
        return plan == null ? null : new Mapping(plan, hashed.hash(root, keys()));
    }

    /** The top-level keys of a flow file that are the mapping's. */
    public static Set<String> keys() {
        return Set.copyOf(PlanCompiler.KEYS);
    }

    /** Maps a record whose references cannot be resolved here. */
    public MappingResult map(Payload record) {
        return plan.map(record, References.NONE, false);
    }

    /** Maps a record. */
    public MappingResult map(Payload record, References references) {
        return plan.map(record, references, false);
    }

    /** Maps a record and says how each field came to be. */
    public MappingResult explain(Payload record, References references) {
        return plan.map(record, references, true);
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
