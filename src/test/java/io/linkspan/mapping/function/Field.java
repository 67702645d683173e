package io.linkspan.mapping.function;

import static java.util.Objects.requireNonNull;

import io.linkspan.yaml.Problem;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import io.linkspan.yaml.YamlReader;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field of a mapping as far as its functions see it: {@code name: argument}, files beside it, values beside its own. */
final class Field implements Function.Surroundings {
    private final YamlMap map;
    private final Problems problems = new Problems();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> siblings = new LinkedHashMap<>();
    private ZoneId zone = ZoneOffset.UTC;

    private Field(YamlMap map) {
        this.map = map;
    }

    /** Reads the keys of a field, as in {@code trim: true, upper: true}. */
    static Field of(String keys) {
        return new Field(requireNonNull(YamlReader.readMap("field.yaml", "{ " + keys + " }", new Problems()), keys));
    }

    Field file(String name, String text) {
        files.put(name, text);
        return this;
    }

    Field sibling(String path, @Nullable String value) {
        siblings.put(path, value);
        return this;
    }

    Field zone(String name) {
        zone = ZoneId.of(name);
        return this;
    }

    /** The problems in the field's functions, written out. */
    List<String> problems() {
        steps();
        return problems.list().stream().map(Problem::toString).toList();
    }

    /** What becomes of a value: the result, or {@code error:code}, with {@code warning:code} behind it. */
    String take(Object given) {
        Heard heard = new Heard(siblings);
        Object value = given;
        for (Step step : steps()) {
            if (value != null && (!value.equals("") || step.takesEmpty())) {
                value = step.apply(value, heard);
            }
        }
        if (problems.hasErrors()) {
            throw new IllegalArgumentException(problems.list().toString());
        }
        String result = heard.errors.isEmpty() ? Json.write(value) : "error:" + String.join(",", heard.errors);
        return heard.warnings.isEmpty() ? result : result + " warning:" + String.join(",", heard.warnings);
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (YamlNode.Entry entry : map.entries()) {
            Function function = Functions.all().get(entry.key());
            Step step = function == null ? null : function.compile(entry.value(), this, problems);
            if (step != null) {
                steps.add(step);
            }
        }
        return steps;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public @Nullable String read(String relativeFile, YamlNode place, Problems found) {
        String text = files.get(relativeFile);
        if (text == null) {
            found.error(place.place(), "no-file", "there is no file '" + relativeFile + "'", "");
        }
        return text;
    }

    @Override
    public @Nullable YamlNode beside(String companion) {
        return map.get(companion);
    }

    @Override
    public int sibling(YamlNode path, Problems found) {
        String text = path instanceof YamlText written ? written.text() : "";
        siblings.putIfAbsent(text, null);
        return List.copyOf(siblings.keySet()).indexOf(text);
    }
}
