package io.linkspan.mapping.plan;

import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles {@code list: [ … ]}: entries each with a rule of its own. */
final class PieceList {
    private final Compilation compilation;
    private final Fragments fragments;
    private final Spot spot;

    PieceList(Compilation compilation, Fragments fragments, Spot spot) {
        this.compilation = compilation;
        this.fragments = fragments;
        this.spot = spot;
    }

    PiecesSource compile(YamlNode node, String name) {
        List<Part> pieces = new ArrayList<>();
        Set<Part> several = new HashSet<>();
        if (!(node instanceof YamlList list)) {
            compilation.error(node, "bad-field", "'" + name + "' needs a list of fields", "write [ { from: … }, … ]");
            return new PiecesSource(pieces, several);
        }
        for (int i = 0; i < list.items().size(); i++) {
            Part piece = piece(name, i, list.items().get(i));
            if (piece != null) {
                pieces.add(piece);
                if (list.items().get(i) instanceof YamlMap map && map.has("each")) {
                    several.add(piece);
                }
            }
        }
        return new PiecesSource(List.copyOf(pieces), Set.copyOf(several));
    }

    private @Nullable Part piece(String name, int index, YamlNode item) {
        String label = name + "[" + index + "]";
        if (item instanceof YamlMap map && GroupCompiler.isGroup(map)) {
            return new GroupCompiler(compilation, fragments).compile(label, map, spot);
        }
        if (item instanceof YamlMap map && (map.has("fields") || map.has("use"))) {
            return new FieldCompiler(compilation, fragments, spot).compile(label, map);
        }
        return new FieldCompiler(compilation, fragments, spot).piece(label, item);
    }
}
