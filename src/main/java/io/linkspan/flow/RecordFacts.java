package io.linkspan.flow;

import io.linkspan.mapping.Extract;
import io.linkspan.mapping.read.UnreadableRecordException;
import io.linkspan.record.Payload;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads, in one pass, what intake must know of each record. Immutable, safe for several threads. */
public final class RecordFacts {
    private static final int NOT_ASKED = -1;

    private final Extract extract;
    private final int version;
    private final int changedAt;
    private final int deleted;
    private final @Nullable Since versionAs;

    private RecordFacts(Extract extract, int version, int changedAt, int deleted, @Nullable Since versionAs) {
        this.extract = extract;
        this.version = version;
        this.changedAt = changedAt;
        this.deleted = deleted;
        this.versionAs = versionAs;
    }

    /**
     * What a record says of itself; null where it does not say, or the flow does not ask.
     *
     * @param key what it is called
     * @param version which state of it this is
     * @param changedAt when it was changed
     * @param deleted what its mark of deletion says
     */
    public record Facts(
            @Nullable String key,
            @Nullable String version,
            @Nullable String changedAt,
            @Nullable String deleted) {}

    /** Reads a record. */
    public Facts of(Payload record) throws UnreadableRecordException {
        List<@Nullable String> values = extract.read(record);
        return new Facts(values.getFirst(), sortable(at(values, version)), at(values, changedAt), at(values, deleted));
    }

    /** {@code 01.03.2026} sorts before {@code 28.02.2026}: a time of change is compared as the moment it means. */
    private @Nullable String sortable(@Nullable String stated) {
        return stated == null || versionAs == null
                ? stated
                : versionAs.read(stated).map(Instant::toString).orElse(stated);
    }

    private static @Nullable String at(List<@Nullable String> values, int place) {
        return place == NOT_ASKED ? null : values.get(place);
    }

    /** Compiles the paths; null after a problem, or where there is no key. */
    static @Nullable RecordFacts compile(
            SectionReader from,
            @Nullable SectionReader since,
            @Nullable Since window,
            @Nullable SectionReader gone,
            @Nullable YamlNode namespaces,
            Problems problems) {
        List<YamlText> paths = new ArrayList<>();
        int key = place(from, "key", paths);
        int version = place(from, "version", paths);
        int changedAt = since == null ? NOT_ASKED : place(since, "field", paths);
        int deleted = gone == null ? NOT_ASKED : place(gone, "field", paths);
        boolean sameField = since != null
                && from.text("version") != null
                && Objects.equals(from.text("version"), since.text("field"));
        Extract extract = Extract.compile(paths, namespaces, problems);
        return extract == null || key == NOT_ASKED
                ? null
                : new RecordFacts(extract, version, changedAt, deleted, sameField ? window : null);
    }

    private static int place(SectionReader section, String key, List<YamlText> paths) {
        if (section.text(key) == null || !(section.node(key) instanceof YamlText path)) {
            return NOT_ASKED;
        }
        paths.add(path);
        return paths.size() - 1;
    }
}
