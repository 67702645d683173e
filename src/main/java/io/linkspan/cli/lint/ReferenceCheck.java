package io.linkspan.cli.lint;

import io.linkspan.flow.Outline.Target;
import io.linkspan.flow.WrittenFlow;
import io.linkspan.yaml.DidYouMean;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import io.linkspan.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds references to flows that no file beside this one holds: their records would wait for ever. */
final class ReferenceCheck {
    private final WrittenFlow file;
    private final Problems problems;

    ReferenceCheck(WrittenFlow file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    void check() {
        if (!file.runs()) {
            return;
        }
        Set<String> known = new TreeSet<>();
        for (Target target : file.outline().targets()) {
            if (target.rule() instanceof YamlMap rule && flow(rule) instanceof YamlText flow) {
                if (known.isEmpty()) {
                    known.addAll(flowsBeside());
                }
                check(flow, known);
            }
        }
    }

    private void check(YamlText flow, Set<String> known) {
        if (!known.contains(flow.text())) {
            problems.warning(
                    flow.place(),
                    "unknown-flow",
                    "no file beside this one holds a flow '" + flow.text() + "', so the record would wait for ever",
                    DidYouMean.mend(flow.text(), known));
        }
    }

    private static @Nullable YamlNode flow(YamlMap rule) {
        YamlNode reference = rule.get("reference");
        return reference instanceof YamlMap keys ? keys.get("flow") : reference;
    }

    private Set<String> flowsBeside() {
        Set<String> names = new TreeSet<>(Set.of(file.name()));
        Path folder = file.path().toAbsolutePath().getParent();
        if (folder == null) {
            return names;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(path -> path.toString().matches(".*\\.ya?ml")).forEach(path -> names.addAll(name(path)));
        } catch (IOException unreadable) {
            return names; // lint itself has said so
        }
        return names;
    }

    /** The name a file says it has, else the file's own. */
    private static Set<String> name(Path path) {
        try {
            YamlMap root = YamlReader.readMap(path.toString(), Files.readString(path), new Problems());
            String own = String.valueOf(path.getFileName()).replaceFirst("\\.ya?ml$", "");
            return Set.of(root != null && root.get("flow") instanceof YamlText name ? name.text() : own);
        } catch (IOException unreadable) {
            return Set.of();
        }
    }
}
