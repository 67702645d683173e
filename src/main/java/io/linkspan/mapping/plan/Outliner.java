package io.linkspan.mapping.plan;

import io.linkspan.mapping.MappingOutline;
import io.linkspan.mapping.MappingOutline.Row;
import io.linkspan.mapping.MappingOutline.Rule;
import io.linkspan.mapping.MappingOutline.Step;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes what each field does while it is compiled, and tells it afterwards. */
final class Outliner {
    private final List<Noted> noted = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> functions;

    Outliner(Set<String> functions) {
        this.functions = functions;
    }

    /** A compiled field and what was written for it. */
    private record Noted(Part part, YamlNode written, String within) {}

    /** Where the next field will stand: an object before what is in it, though it is compiled after. */
    int next() {
        return noted.size();
    }

    void field(int at, Part part, YamlNode written, String within) {
        noted.add(at, new Noted(part, written, within));
    }

    /** Where a compiled field was written. */
    Place place(Part part) {
        return noted.stream()
                .filter(field -> field.part.equals(part))
                .map(field -> field.written.place())
                .findFirst()
                .orElse(Place.startOf(""));
    }

    void rule(Rule rule) {
        rules.add(rule);
    }

    MappingOutline outline() {
        return new MappingOutline(noted.stream().map(this::row).toList(), List.copyOf(rules));
    }

    private Row row(Noted field) {
        YamlMap map =
                field.written instanceof YamlMap written ? written : new YamlMap(field.written.place(), List.of());
        return new Row(
                field.part.field.label(),
                form(field.written),
                field.within,
                sources(form(field.written), field.part.field.source()),
                steps(map),
                field.part.kind().words(),
                FieldCompiler.isTrue(map.get("required")),
                field.part.field.sensitive(),
                field.part.hidden,
                text(map, "when"),
                String.valueOf(text(map, "description") == null ? "" : text(map, "description")),
                field.written,
                field.written.place());
    }

    private static String form(YamlNode node) {
        if (!(node instanceof YamlMap map)) {
            return "from";
        }
        return SourceCompiler.KEYS.stream().filter(map::has).findFirst().orElse("fields");
    }

    private static List<String> sources(String form, String written) {
        return written.isEmpty() || form.equals("expr") ? List.of() : List.of(written.split(", "));
    }

    private List<Step> steps(YamlMap map) {
        List<Step> steps = new ArrayList<>();
        for (Entry entry : map.entries()) {
            if (entry.key().equals("steps") && entry.value() instanceof YamlList list) {
                list.items().forEach(item -> steps.addAll(step(item)));
            } else if (functions.contains(entry.key()) || OpCompiler.KEYS.contains(entry.key())) {
                steps.add(new Step(entry.key(), entry.value()));
            }
        }
        return List.copyOf(steps);
    }

    private static List<Step> step(YamlNode item) {
        return switch (item) {
            case YamlText name -> List.of(new Step(name.text(), new YamlText(name.place(), "true", false)));
            case YamlMap map ->
                map.entries().stream()
                        .map(entry -> new Step(entry.key(), entry.value()))
                        .toList();
            case YamlList list -> List.of();
        };
    }

    private static @Nullable String text(YamlMap map, String key) {
        return map.get(key) instanceof YamlText text ? text.text() : null;
    }
}
