package io.linkspan.cli.lint;

import io.linkspan.cli.shape.UnreadableShape;
import io.linkspan.flow.Outline.Target;
import io.linkspan.flow.WrittenFlow;
import io.linkspan.yaml.DidYouMean;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what the fields write with the target's JSON Schema or OpenAPI component. */
final class TargetCheck {
    private final WrittenFlow file;
    private final Problems problems;
    private final Map<String, Optional<SchemaView>> known = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();

    TargetCheck(WrittenFlow file, Problems problems) {
        this.file = file;
        this.problems = problems;
        file.compiled().fields().forEach(row -> kinds.put(row.target(), row.type()));
    }

    void check() {
        String reference = file.shapes().schema();
        if (reference == null) {
            return;
        }
        try {
            SchemaView root = SchemaFiles.open(file.path(), reference);
            known.put("", Optional.of(root));
            for (Target target : file.outline().targets()) {
                if (!target.hidden() && !target.label().endsWith("*")) {
                    check(target);
                }
            }
            required("", root, place());
        } catch (UnreadableShape unreadable) {
            problems.error(
                    place(),
                    "schema-unreadable",
                    "the target's schema cannot be used: " + unreadable.getMessage(),
                    "write schema: FILE#/components/schemas/NAME");
        }
    }

    private Place place() {
        YamlNode to = file.root().get("to");
        YamlNode schema = to instanceof YamlMap keys ? keys.get("schema") : null;
        return schema == null ? file.root().place() : schema.place();
    }

    private void check(Target target) throws UnreadableShape {
        List<String> names = List.of(target.label().split("\\.", -1));
        if (names.contains("")) {
            return; // no name at all, which the mapping's compiler has told
        }
        String path = "";
        Optional<SchemaView> here = known.getOrDefault("", Optional.empty());
        for (String name : names) {
            String plain = name.replace("[]", "");
            String parent = path;
            path = path.isEmpty() ? plain : path + "." + plain;
            Optional<SchemaView> above = here;
            if (!known.containsKey(path)) {
                known.put(path, above.isPresent() ? child(above.get(), parent, plain, target) : Optional.empty());
            }
            here = known.get(path);
            here = name.endsWith("[]") && here.isPresent() ? here.get().items() : here;
        }
        if (here.isPresent() && !here.get().isAnything()) {
            compare(target, here.get());
        }
    }

    private Optional<SchemaView> child(SchemaView above, String parent, String name, Target target)
            throws UnreadableShape {
        Optional<SchemaView> child = above.property(name);
        if (child.isEmpty() && !above.isAnything() && !above.properties().isEmpty()) {
            String where = parent.isEmpty() ? "the target's schema" : "'" + parent + "' of the target's schema";
            String mend = DidYouMean.mend(name, above.properties());
            String message = "'" + name + "' is not in " + where;
            if (above.isClosed()) {
                problems.error(target.place(), "unknown-target", message + ", which allows no others", mend);
            } else {
                problems.warning(target.place(), "unknown-target", message + "; the target may drop it silently", mend);
            }
        }
        return child;
    }

    private void compare(Target target, SchemaView schema) throws UnreadableShape {
        Written written = new Written(target, kinds.get(target.label()));
        if (schema.isReadOnly()) {
            problems.warning(
                    target.place(),
                    "read-only",
                    "'" + target.label() + "' is written by the target alone",
                    "leave it out");
        }
        type(target, written, schema);
        words(target, written, schema);
        length(target, written, schema);
        switch (target.kind()) {
            case OBJECT -> required(target.label() + ".", schema, target.place());
            case LIST -> {
                if (schema.items().isPresent()) {
                    required(target.label() + "[].", schema.items().get(), target.place());
                }
            }
            case VALUE -> {
                // no fields of its own
            }
        }
    }

    private void type(Target target, Written written, SchemaView schema) {
        String type = written.type();
        Set<String> allowed = schema.types();
        boolean fits = type == null
                || allowed.isEmpty()
                || allowed.contains(type)
                || (type.equals("integer") && allowed.contains("number"));
        if (!fits) {
            problems.error(
                    target.place(),
                    "wrong-type",
                    "'" + target.label() + "' is written as " + type + ", the target wants "
                            + String.join(" or ", allowed),
                    mend(allowed));
        }
    }

    private static String mend(Set<String> allowed) {
        return allowed.contains("number")
                ? "add decimal: true"
                : allowed.contains("integer")
                        ? "add integer: true"
                        : allowed.contains("boolean")
                                ? "add boolean: { true: [J], false: [N] }"
                                : allowed.contains("array") ? "write { each: PATH }" : "";
    }

    private void words(Target target, Written written, SchemaView schema) {
        Set<String> allowed = schema.words();
        if (allowed.isEmpty()) {
            return;
        }
        for (YamlText word : written.words()) {
            if (!allowed.contains(word.text())) {
                problems.error(
                        word.place(),
                        "not-in-enum",
                        "'" + word.text() + "' is no value of '" + target.label() + "' in the target's schema",
                        DidYouMean.mend(word.text(), allowed));
            }
        }
    }

    private void length(Target target, Written written, SchemaView schema) {
        Integer most = schema.maxLength().orElse(null);
        Integer longest = written.longest();
        if (most == null || !written.isFreeText() || (longest != null && longest <= most)) {
            return;
        }
        problems.warning(
                target.place(),
                "too-long",
                "'" + target.label() + "' may be longer than the " + most + " characters the target takes",
                "write max: " + most);
    }

    private void required(String prefix, SchemaView schema, Place place) {
        if (!file.complete()) {
            return; // the field may be among those that could not be read
        }
        List<String> labels = file.outline().labels();
        for (String name : schema.required()) {
            String label = prefix + name;
            boolean written = labels.stream()
                    .anyMatch(other ->
                            other.equals(label) || other.startsWith(label + ".") || other.startsWith(label + "["));
            if (!written) {
                problems.error(
                        place,
                        "missing-target",
                        "no field writes '" + label + "', which the target requires",
                        "add it");
            }
        }
    }
}
