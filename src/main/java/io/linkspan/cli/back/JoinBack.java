package io.linkspan.cli.back;

import io.linkspan.cli.back.Pieces.Piece;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes texts apart that a mapping puts together of several values. */
final class JoinBack {
    private final StepBack steps;

    JoinBack(StepBack steps) {
        this.steps = steps;
    }

    Pieces of(List<YamlNode> nodes, String with, Chain outer, String read) {
        List<YamlNode> values =
                nodes.stream().filter(node -> constant(node) == null).toList();
        if (values.isEmpty()) {
            return Pieces.not("it is the same for every record");
        }
        if (values.size() == 1) {
            return single(nodes, values.getFirst(), with, outer, read);
        }
        if (values.size() < nodes.size()) {
            return Pieces.not("it is put together from several values and constants");
        }
        return with.isBlank() ? name(values, with, outer, read) : parts(values, with, outer, read);
    }

    /** A value between constants is what is left without them. */
    private Pieces single(List<YamlNode> nodes, YamlNode value, String with, Chain outer, String read) {
        int place = nodes.indexOf(value);
        StringBuilder before = new StringBuilder();
        StringBuilder behind = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++) {
            if (i < place) {
                before.append(constant(nodes.get(i))).append(with);
            } else if (i > place) {
                behind.append(with).append(constant(nodes.get(i)));
            }
        }
        List<Piece> pieces = new ArrayList<>();
        String obstacle = add(pieces, value, outer, TextsBack.stripped(before.toString(), behind.toString()), read);
        return obstacle == null ? new Pieces(pieces, outer.losses(), null) : Pieces.not(obstacle);
    }

    private Pieces parts(List<YamlNode> values, String with, Chain outer, String read) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String part = "part: { by: " + TextsBack.quoted(with) + ", number: " + (i + 1) + " }";
            String obstacle = add(pieces, values.get(i), outer, List.of(part), read);
            if (obstacle != null) {
                return Pieces.not(obstacle);
            }
        }
        List<String> losses = new ArrayList<>(outer.losses());
        losses.add("which of its values was missing");
        losses.add("values that hold '" + with + "' themselves");
        return new Pieces(pieces, losses, null);
    }

    /** Blanks stand within values too; only the names of people follow rules. */
    private Pieces name(List<YamlNode> values, String with, Chain outer, String read) {
        List<String> roles = values.stream().map(JoinBack::role).toList();
        boolean person = with.equals(" ")
                && roles.stream().distinct().count() == roles.size()
                && !roles.contains("")
                && roles.getLast().equals("last");
        if (!person) {
            return Pieces.not("it is put together from several values, and nothing tells where one of them ends");
        }
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String obstacle = add(pieces, values.get(i), outer, List.of("namePart: " + roles.get(i)), read);
            if (obstacle != null) {
                return Pieces.not(obstacle);
            }
        }
        List<String> losses = new ArrayList<>(outer.losses());
        losses.add("last names of several words");
        return new Pieces(pieces, losses, null);
    }

    /** Adds what goes back to one of the values; says why nothing does. */
    private @Nullable String add(List<Piece> pieces, YamlNode value, Chain outer, List<String> apart, String read) {
        Pieces back = new SourceBack(steps).of(value, read);
        Written inner = back.pieces().size() == 1 ? back.pieces().getFirst().written() : null;
        if (back.obstacle() != null || inner == null || !inner.isSingle()) {
            return back.obstacle() == null ? "it is put together from several values" : back.obstacle();
        }
        List<String> options = new ArrayList<>(outer.options());
        options.addAll(apart);
        options.addAll(inner.options());
        pieces.add(Piece.value(back.pieces().getFirst().path(), Written.from(read, options)));
        return null;
    }

    private static @Nullable String constant(YamlNode node) {
        return node instanceof YamlMap map ? SourceBack.constant(map) : null;
    }

    /** What part of a person's name a path reads; empty for none. */
    private static String role(YamlNode node) {
        String path = Pieces.text(node instanceof YamlMap map ? map.get("from") : node);
        String name = path == null
                ? ""
                : path.replaceFirst(".*/", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (name.matches("(first|given|fore)(name)?|vorname")) {
            return "first";
        }
        if (name.matches("(last|family|sur)(name)?|nachname")) {
            return "last";
        }
        return name.matches("title|titel") ? "title" : name.matches("salutation|anrede") ? "salutation" : "";
    }
}
