package io.linkspan.mapping.plan;

import io.linkspan.mapping.function.Function;
import io.linkspan.mapping.read.Node;
import io.linkspan.mapping.read.Way;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a function may ask of what stands around it. */
record Around(Compilation compilation, Node here, YamlMap beside) implements Function.Surroundings {
    @Override
    public ZoneId zone() {
        return compilation.zone;
    }

    @Override
    public @Nullable String read(String relativeFile, YamlNode place, Problems problems) {
        return compilation.files.read(relativeFile, place, problems);
    }

    @Override
    public String shown(String relativeFile) {
        return compilation.files.shown(relativeFile);
    }

    @Override
    public @Nullable YamlNode beside(String companion) {
        return beside.get(companion);
    }

    @Override
    public int sibling(YamlNode path, Problems problems) {
        Way way = compilation.value(path, here);
        if (way == null) {
            return NO_SIBLING;
        }
        compilation.siblings.add(way);
        return compilation.siblings.size() - 1;
    }
}
