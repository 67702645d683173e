package io.linkspan.cli.back;

import io.linkspan.cli.back.Pieces.Piece;
import io.linkspan.cli.start.Yaml;
import io.linkspan.flow.FlowFile;
import io.linkspan.flow.Outline.Kind;
import io.linkspan.flow.Outline.Target;
import io.linkspan.mapping.path.Namespaces;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the fields of a flow round, one by one, and notes what does not come back. */
public final class Reversal {
    private static final String TAKEN = "' is written from another field already";

    private final FlowFile file;
    private final Namespaces namespaces;
    private final Known known;
    private final Element root = Element.root();
    private final List<NotBack> notes = new ArrayList<>();
    private final Map<String, Inner> inners = new HashMap<>();
    private final Set<String> silent = new HashSet<>();

    /**
     * What does not come back.
     *
     * @param place where the field is written
     * @param field its name in the target
     * @param whole whether the field does not come back at all, rather than with a loss
     * @param reason for people
     * @param lines the fields of the way back that a person may write instead
     */
    public record NotBack(Place place, String field, boolean whole, String reason, List<String> lines) {}

    /** A list or an object of the target and what stands in it: where that is written, and read, on the way back. */
    private record Inner(Element element, String sourcePrefix, String targetPrefix) {}

    private Reversal(FlowFile file) {
        this.file = file;
        this.namespaces = Namespaces.of(file.root().get("namespaces"), new Problems());
        this.known = new Known(file.outline());
        inners.put("", new Inner(root, "", ""));
        file.outline().targets().stream().filter(target -> !target.hidden()).forEach(this::turn);
    }

    /** Turns a flow's fields round. */
    public static Reversal of(FlowFile file) {
        return new Reversal(file);
    }

    /** What is written on the way back. */
    Element root() {
        return root;
    }

    /** The prefixes the flow declares. */
    Namespaces namespaces() {
        return namespaces;
    }

    /** What does not come back, in the order of the flow. */
    public List<NotBack> notes() {
        return List.copyOf(notes);
    }

    private void turn(Target target) {
        String outer = outer(target.label());
        if (silent.contains(outer)) {
            silence(target);
            return;
        }
        Inner inner = inners.getOrDefault(outer, new Inner(root, "", ""));
        String read = WayIn.through(inner.targetPrefix(), target.label().substring(outer.length()));
        switch (target.kind()) {
            case OBJECT -> object(target, inner, read + "/");
            case LIST -> list(target, inner, read);
            case VALUE -> value(target, inner, outer, read);
        }
    }

    private void silence(Target target) {
        silent.add(target.label() + (target.kind() == Kind.LIST ? "[]." : "."));
    }

    /** The longest list or object the field stands in. */
    private String outer(String label) {
        return Stream.concat(inners.keySet().stream(), silent.stream())
                .filter(label::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private void object(Target target, Inner inner, String prefix) {
        YamlMap rule = (YamlMap) target.rule();
        String path = Pieces.text(rule.get("object"));
        WayIn way = WayIn.to(path == null ? "." : inner.sourcePrefix() + path, namespaces);
        if (way.obstacle() != null) {
            refuse(target, way.obstacle());
            return;
        }
        String source = path == null ? inner.sourcePrefix() : inner.sourcePrefix() + path + "/";
        inners.put(target.label() + ".", new Inner(inner.element(), source, prefix));
        List<String> losses = new ArrayList<>(way.losses());
        losses.addAll(Chain.kept(rule));
        if (rule.has("sort")) {
            losses.add("the entries besides the first");
        }
        lost(target, losses);
    }

    private void list(Target target, Inner inner, String read) {
        YamlMap rule = (YamlMap) target.rule();
        String path = inner.sourcePrefix() + Pieces.text(rule.get("each"));
        WayIn way = WayIn.to(path, namespaces);
        if (way.obstacle() != null) {
            refuse(target, way.obstacle());
            return;
        }
        Element element = inner.element().at(way.steps());
        if (known.holds(target, path) || !element.repeats(read)) {
            refuse(target, "'" + path + TAKEN);
            return;
        }
        inners.put(target.label() + "[].", new Inner(element, "", ""));
        List<String> losses = new ArrayList<>(way.losses());
        losses.addAll(Chain.kept(rule));
        lost(target, losses);
    }

    private void value(Target target, Inner inner, String outer, String read) {
        String zone = file.root().get("zone") instanceof YamlText text ? text.text() : null;
        StepBack steps = new StepBack(
                file.path(),
                zone,
                path -> known.read(outer, path).map(label -> WayIn.through(inner.targetPrefix(), label)));
        Pieces back = new SourceBack(steps).of(target.rule(), read);
        List<String> losses = new ArrayList<>(back.losses());
        String obstacle = back.obstacle();
        for (Piece piece : back.pieces()) {
            String path = inner.sourcePrefix() + piece.path();
            String why = known.holds(target, path) ? "'" + path + TAKEN : write(piece, path, inner.element(), losses);
            obstacle = obstacle == null ? why : obstacle;
        }
        if (obstacle == null) {
            lost(target, losses);
        } else {
            refuse(target, obstacle);
        }
    }

    /** Writes a piece; says why it cannot be written. */
    private @Nullable String write(Piece piece, String path, Element around, List<String> losses) {
        WayIn way = WayIn.to(path, namespaces);
        if (way.obstacle() != null) {
            return way.obstacle();
        }
        losses.addAll(way.losses());
        Element element = around.at(way.steps());
        Written written = piece.written();
        if (written != null
                && !written.isSingle()
                && !way.steps().isEmpty()
                && !way.steps().getLast().variant().isEmpty()) {
            return split(written, element, path);
        }
        String each = piece.each();
        boolean free = written == null
                ? each != null && element.repeats(each)
                : isEntry(element, around) ? element.holds(written) : element.takes(written);
        if (!free) {
            return "'" + path + TAKEN;
        }
        for (Piece inside : piece.within()) {
            String why = write(inside, inside.path(), element, losses);
            if (why != null) {
                return why;
            }
        }
        return null;
    }

    /** Whether it is the element itself that comes once for each entry. */
    private static boolean isEntry(Element element, Element around) {
        return around.each() != null && element.equals(around);
    }

    /** Each value of a list in an element that holds other values as well. */
    private static @Nullable String split(Written written, Element element, String path) {
        boolean plain =
                written.source().equals("each") && written.options().stream().noneMatch(StepBack::isAboutLists);
        boolean free = plain && element.repeats(written.path()) && element.holds(Written.from(".", written.options()));
        return free ? null : "'" + path + "' picks elements by a condition, and a list is to be written there";
    }

    private void refuse(Target target, String why) {
        note(target, true, why);
        silence(target);
    }

    private void lost(Target target, List<String> losses) {
        if (!losses.isEmpty()) {
            note(target, false, losses.stream().distinct().collect(Collectors.joining(", ")));
        }
    }

    private void note(Target target, boolean whole, String reason) {
        String read = WayIn.through("", target.label().replace("[]", ""));
        List<String> lines = target.sources().stream()
                .map(source -> Yaml.text(Known.plain(Known.absolute(target, source.text()))
                                .replace('/', '.')) + ": " + Yaml.text(read))
                .distinct()
                .toList();
        notes.add(new NotBack(
                target.place(), target.label(), whole, reason, whole && !reason.endsWith(TAKEN) ? lines : List.of()));
    }
}
