package io.linkspan.mapping.plan;

import io.linkspan.mapping.write.Name;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import java.util.List;

/** Compiles a nested object that is read where it stands. */
final class GroupCompiler {
    private static final List<String> KEYS =
            List.of("fields", "use", "when", "absent", "required", "hidden", "description");

    private final Compilation compilation;
    private final Fragments fragments;

    GroupCompiler(Compilation compilation, Fragments fragments) {
        this.compilation = compilation;
        this.fragments = fragments;
    }

    /** Whether a field is a nested object without a source of its own. */
    static boolean isGroup(YamlNode node) {
        return node instanceof YamlMap map
                && (map.has("fields") || map.has("use"))
                && !map.has("each")
                && !map.has("object");
    }

    GroupPart compile(String name, YamlMap map, Spot spot) {
        boolean hidden = FieldCompiler.isTrue(map.get("hidden"));
        GroupPart group = new GroupPart(new Name(name), new Field(spot.label() + name, "", false), hidden);
        fill(group, map, spot);
        return group;
    }

    void fill(GroupPart group, YamlMap map, Spot spot) {
        map.refuseOthers(KEYS, compilation.problems);
        Emptiness emptiness = new EmptinessReader(compilation.problems).field(Emptiness.STANDARD, map, false);
        group.rule(
                FieldCompiler.isTrue(map.get("required")) ? emptiness.asRequired() : emptiness,
                new Conditions(compilation).when(map.get("when"), spot, group.field));
        new FieldsCompiler(compilation, fragments).compile(map, spot.in(group.name.written()), group.parts());
    }
}
