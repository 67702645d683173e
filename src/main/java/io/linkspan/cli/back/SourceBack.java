package io.linkspan.cli.back;

import io.linkspan.cli.back.Pieces.Piece;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns single fields round: by where their value begins, and what is done to it. */
final class SourceBack {
    private final StepBack steps;

    SourceBack(StepBack steps) {
        this.steps = steps;
    }

    /**
     * Turns a field round.
     *
     * @param node its rule
     * @param read where the field is read on the way back
     */
    Pieces of(YamlNode node, String read) {
        if (!(node instanceof YamlMap rule)) {
            String path = Pieces.text(node);
            return path == null
                    ? Pieces.not("it is written in no way known")
                    : new Pieces(List.of(Piece.value(path, Written.from(read, List.of()))), List.of(), null);
        }
        if (rule.has("const")) {
            return Pieces.not("it is the same for every record");
        }
        if (rule.has("expr")) {
            return Pieces.not("it is computed");
        }
        if (rule.has("pick") || rule.has("keyBy") || rule.has("groupBy")) {
            return new EntriesBack(steps).of(rule, read);
        }
        Chain chain = Chain.of(rule, steps);
        if (chain.obstacle() != null) {
            return Pieces.not(chain.obstacle());
        }
        if (rule.get("join") instanceof YamlList pieces) {
            String with = Pieces.text(rule.get("with"));
            return new JoinBack(steps).of(pieces.items(), with == null ? " " : with, chain, read);
        }
        if (rule.get("coalesce") instanceof YamlList places) {
            return coalesce(places.items(), chain, read);
        }
        if (rule.get("list") instanceof YamlList entries) {
            return chain.list() && chain.options().isEmpty()
                    ? list(entries.items(), read)
                    : Pieces.not("the steps behind 'list' make something else of it");
        }
        String path = Pieces.text(rule.has("each") ? rule.get("each") : rule.get("from"));
        return path == null
                ? Pieces.not("it is written in no way known")
                : new Pieces(List.of(Piece.value(path, chain.written(read))), chain.losses(), null);
    }

    /** What was read from the first of several places goes back to the first. */
    private Pieces coalesce(List<YamlNode> places, Chain outer, String read) {
        Pieces first = of(places.getFirst(), read);
        if (first.obstacle() != null) {
            return first;
        }
        Piece piece = first.pieces().getFirst();
        Written inner = piece.written();
        if (inner == null || first.pieces().size() > 1) {
            return Pieces.not("it is read from one of several places");
        }
        List<String> options = new ArrayList<>(outer.options());
        options.addAll(inner.options());
        List<String> losses = new ArrayList<>(outer.losses());
        losses.addAll(first.losses());
        losses.add("which of its places it was read from");
        return new Pieces(List.of(Piece.value(piece.path(), new Written(inner.source(), read, options))), losses, null);
    }

    /** Entries are found by a constant of their own; their places change with those that are not there. */
    private Pieces list(List<YamlNode> entries, String read) {
        List<Piece> pieces = new ArrayList<>();
        for (YamlNode each : entries) {
            YamlMap entry = each instanceof YamlMap map ? map : new YamlMap(each.place(), List.of());
            String condition = entry.get("fields") instanceof YamlMap fields ? condition(fields) : "";
            if (condition.isEmpty()) {
                return Pieces.not("nothing tells its entries apart where one is missing");
            }
            pieces.addAll(entry(entry, read + condition));
        }
        return pieces.isEmpty()
                ? Pieces.not("nothing of its entries can be turned round")
                : new Pieces(pieces, List.of(), null);
    }

    /** An entry of fields alone, of those of an object, or of one for each of a list. */
    private List<Piece> entry(YamlMap entry, String read) {
        String each = Pieces.text(entry.get("each"));
        String object = Pieces.text(entry.get("object"));
        String above = object == null || object.equals(".") ? "" : object + "/";
        List<Piece> pieces = new ArrayList<>();
        List<Entry> fields = entry.get("fields") instanceof YamlMap map ? map.entries() : List.of();
        for (Entry field : fields) {
            Pieces back = of(field.value(), each == null ? read + "/" + field.key() : field.key());
            back.pieces().forEach(piece -> pieces.add(piece.below(above)));
        }
        return each == null ? pieces : List.of(Piece.list(each, read, pieces));
    }

    private static String condition(YamlMap fields) {
        StringBuilder condition = new StringBuilder();
        for (Entry field : fields.entries()) {
            String text = field.value() instanceof YamlMap rule ? constant(rule) : null;
            if (text != null && text.indexOf('\'') < 0 && field.key().matches("[\\p{L}_]\\w*")) {
                condition
                        .append('[')
                        .append(field.key())
                        .append("='")
                        .append(text)
                        .append("']");
            }
        }
        return condition.toString();
    }

    static @Nullable String constant(YamlMap rule) {
        return rule.get("const") instanceof YamlText text ? text.text() : null;
    }
}
