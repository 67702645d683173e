package io.linkspan.cli.back;

import io.linkspan.cli.back.Pieces.Piece;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns lists of objects round of which one field is taken, or that are written under keys. */
final class EntriesBack {
    private final StepBack steps;

    EntriesBack(StepBack steps) {
        this.steps = steps;
    }

    Pieces of(YamlMap rule, String read) {
        String path = Pieces.text(rule.has("each") ? rule.get("each") : rule.get("object"));
        if (path == null || !(rule.get("fields") instanceof YamlMap fields) || rule.has("use")) {
            return Pieces.not("its entries are written elsewhere");
        }
        if (read.endsWith("'*'")) {
            return Pieces.not("keys that the record names stand beside others, and nothing tells them apart");
        }
        String key = Pieces.text(rule.has("keyBy") ? rule.get("keyBy") : rule.get("groupBy"));
        String pick = Pieces.text(rule.get("pick"));
        List<String> losses = new ArrayList<>(Chain.kept(rule));
        if (key == null && pick != null) {
            return picked(rule, fields, pick, path, read, losses);
        }
        List<Piece> within = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Entry field : fields.entries()) {
            boolean isKey = field.key().equals(key);
            String entryPath = isKey ? "name()" : pick == null ? field.key() : ".";
            boolean there = isKey
                    || (pick == null ? !isHidden(field.value()) : field.key().equals(pick));
            Pieces back = there ? new SourceBack(steps).of(field.value(), entryPath) : Pieces.not("");
            if (back.obstacle() == null) {
                within.addAll(back.pieces());
                losses.addAll(back.losses());
            } else if (isKey) {
                return back;
            } else {
                missing.add(field.key());
            }
        }
        if (!missing.isEmpty()) {
            losses.add("of its entries " + String.join(", ", missing));
        }
        return new Pieces(List.of(Piece.list(path, read + "/*", within)), losses, null);
    }

    /** One field of each entry, or of one. */
    private Pieces picked(YamlMap rule, YamlMap fields, String pick, String path, String read, List<String> losses) {
        YamlNode field = fields.get(pick);
        boolean one = rule.has("object");
        Pieces back = field == null
                ? Pieces.not("its entries are written elsewhere")
                : new SourceBack(steps).of(field, one ? read : ".");
        if (back.obstacle() != null) {
            return back;
        }
        losses.addAll(back.losses());
        losses.add(one ? "the entries besides the one" : "the other fields of its entries");
        List<Piece> pieces = one
                ? back.pieces().stream().map(piece -> piece.below(path + "/")).toList()
                : List.of(Piece.list(path, read, back.pieces()));
        return new Pieces(pieces, losses, null);
    }

    private static boolean isHidden(@Nullable YamlNode rule) {
        return rule instanceof YamlMap map && "true".equals(Pieces.text(map.get("hidden")));
    }
}
