package io.linkspan.cli.lint;

import io.linkspan.cli.shape.Shape;
import io.linkspan.cli.shape.UnreadableShape;
import io.linkspan.flow.FlowFile;
import io.linkspan.flow.Outline.Target;
import io.linkspan.mapping.path.Namespaces;
import io.linkspan.mapping.path.Path;
import io.linkspan.mapping.path.PathParser;
import io.linkspan.yaml.DidYouMean;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds source paths that lead nowhere in what is known of the source. A warning: real systems stray from their schemas. */
final class SourceCheck {
    private final FlowFile file;
    private final Problems problems;
    private final Namespaces namespaces;

    SourceCheck(FlowFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.namespaces = Namespaces.of(file.root().get("namespaces"), new Problems());
    }

    void check() {
        try {
            RecordShape known = RecordShape.of(file);
            if (known != null) {
                file.outline().targets().forEach(target -> check(target, known));
            }
        } catch (UnreadableShape unreadable) {
            problems.warning(
                    Place.startOf(file.path().toString()),
                    "shape-unreadable",
                    "source paths cannot be checked: " + unreadable.getMessage(),
                    "");
        }
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
        if (ends.isEmpty() && told != null) {
            problems.warning(
                    written.place(),
                    "unknown-source",
                    "'" + written.text() + "' leads nowhere: " + walk.lost() + " is not known in " + told,
                    DidYouMean.mend(walk.lost(), new TreeSet<>(walk.there())));
        }
        return ends;
    }
}
