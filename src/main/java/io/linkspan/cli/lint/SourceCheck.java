package io.linkspan.cli.lint;

import io.linkspan.cli.shape.Shape;
import io.linkspan.cli.shape.UnreadableShape;
import io.linkspan.flow.Outline.Target;
import io.linkspan.flow.WrittenFlow;
import io.linkspan.mapping.path.Namespaces;
import io.linkspan.mapping.path.Path;
import io.linkspan.mapping.path.PathParser;
import io.linkspan.yaml.DidYouMean;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds source paths that lead nowhere in what is known of the source. A warning: real systems stray from their schemas. */
final class SourceCheck {
    private final WrittenFlow file;
    private final Problems problems;
    private final Namespaces namespaces;

    SourceCheck(WrittenFlow file, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.namespaces = Namespaces.of(file.root().get("namespaces"), new Problems());
    }

    void check() {
        try {
            RecordShape known = RecordShape.of(file);
            if (known != null) {
                file.outline().targets().forEach(target -> check(target, known));
                identity(known);
            }
        } catch (UnreadableShape unreadable) {
            problems.warning(
                    Place.startOf(file.path().toString()),
                    "shape-unreadable",
                    "source paths cannot be checked: " + unreadable.getMessage(),
                    "");
        }
    }

    /** What a record is told from others by. */
    private void identity(RecordShape known) {
        YamlNode from = file.root().get("from");
        YamlNode pull = below(from, "pull");
        YamlNode since = below(below(pull, "since"), "field");
        for (YamlNode path : Stream.of(below(from, "key"), below(from, "version"), since)
                .filter(Objects::nonNull)
                .toList()) {
            if (path instanceof YamlText text && !text.isNull()) {
                follow(text, Set.of(List.of(known.record())), known.name());
            }
        }
    }

    private static @Nullable YamlNode below(@Nullable YamlNode node, String key) {
        return node instanceof YamlMap map ? map.get(key) : null;
    }

    private void check(Target target, RecordShape known) {
        Set<List<Shape>> ways = Set.of(List.of(known.record()));
        for (YamlText outer : target.within()) {
            ways = follow(outer, ways, null);
        }
        for (YamlText source : target.sources()) {
            follow(source, ways, known.name());
        }
    }

    /** Where a path leads; told as a problem when it leads nowhere and {@code told} says where it was looked for. */
    private Set<List<Shape>> follow(YamlText written, Set<List<Shape>> from, @Nullable String told) {
        Path path = PathParser.parse(written, namespaces, new Problems());
        if (path == null || from.isEmpty()) {
            return Set.of();
        }
        PathWalk walk = new PathWalk(from);
        Set<List<Shape>> ends = walk.to(path);
        if (walk.isLost() && told != null) {
            problems.warning(
                    written.place(),
                    "unknown-source",
                    "'" + written.text() + "' leads nowhere: " + walk.lost() + " is not known in " + told,
                    DidYouMean.mend(walk.lost(), new TreeSet<>(walk.there())));
        }
        return ends;
    }
}
