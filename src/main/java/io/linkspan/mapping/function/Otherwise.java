package io.linkspan.mapping.function;

import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a value a function refuses: {@code fail} (an error), {@code keep} (the value as it was, with a warning),
 * {@code null} (nothing, with a warning) or {@code { value: X }}. {@code code} gives the error or warning another name,
 * {@code warn: false} takes the value without a word.
 */
final class Otherwise implements Step {
    static final String KEY = "otherwise";

    /** What may be written, as JSON Schema. */
    static final String SCHEMA = """
            {"description":"what becomes of a value that is refused","anyOf":[{"enum":["fail","keep",null]},{"type":"object",\
            "properties":{"value":{"type":["string","number","boolean","null"]},"keep":{"type":"boolean"},"fail":{"type":"boolean"},\
            "code":{"type":"string"},"warn":{"type":"boolean"}},"additionalProperties":false}]}""";

    private static final List<String> KEYS = List.of("value", "keep", "fail", "code", "warn");
    private static final String MEND = "write fail, keep, null or { value: … }";

    private enum Way {
        FAIL,
        KEEP,
        VALUE
    }

    private final Step step;
    private final Way way;
    private final @Nullable Object value;
    private final @Nullable String code;
    private final boolean warns;

    private Otherwise(Step step, Way way, @Nullable Object value, @Nullable String code, boolean warns) {
        this.step = step;
        this.way = way;
        this.value = value;
        this.code = code;
        this.warns = warns;
    }

    /** The step with what the argument, or the key beside it, says about refused values. */
    static @Nullable Step around(Step step, Argument argument) {
        YamlNode inside = argument.node() instanceof YamlMap map ? map.get(KEY) : null;
        YamlNode said = inside == null ? argument.surroundings().beside(KEY) : inside;
        return switch (said) {
            case null -> step;
            case YamlText word -> ofWord(step, word, argument.problems());
            case YamlMap map -> ofMap(step, map, argument.problems());
            case YamlNode other -> refused(other, "otherwise cannot be " + other.kind(), argument.problems());
        };
    }

    private static @Nullable Step ofWord(Step step, YamlText word, Problems problems) {
        if (word.isNull()) {
            return new Otherwise(step, Way.VALUE, null, null, true);
        }
        return switch (word.text()) {
            case "fail" -> step;
            case "keep" -> new Otherwise(step, Way.KEEP, null, null, true);
            default ->
                refused(
                        word,
                        "otherwise does not know '" + word.text() + "'",
                        problems,
                        "for that value write { value: " + word.text() + " }; else fail, keep or null");
        };
    }

    private static @Nullable Step ofMap(Step step, YamlMap map, Problems problems) {
        int before = problems.errorsNoted();
        map.refuseOthers(KEYS, problems);
        for (YamlNode.Entry entry : map.entries()) {
            if (KEYS.contains(entry.key()) && !(entry.value() instanceof YamlText)) {
                refused(entry.value(), "otherwise cannot hold " + entry.value().kind(), problems);
            }
        }
        if (problems.errorsNoted() > before) {
            return null;
        }
        Way way = map.has("value") ? Way.VALUE : isTrue(map, "keep") ? Way.KEEP : Way.FAIL;
        Object value = map.get("value") instanceof YamlText text ? Plain.value(text) : null;
        String code = map.get("code") instanceof YamlText text ? text.text() : null;
        return new Otherwise(step, way, value, code, !(map.get("warn") instanceof YamlText w) || isTrue(w));
    }

    private static boolean isTrue(YamlMap map, String key) {
        return map.get(key) instanceof YamlText text && isTrue(text);
    }

    private static boolean isTrue(YamlText text) {
        return text.text().equals("true");
    }

    private static @Nullable Step refused(YamlNode where, String what, Problems problems) {
        return refused(where, what, problems, MEND);
    }

    private static @Nullable Step refused(YamlNode where, String what, Problems problems, String mend) {
        problems.error(where.place(), "bad-otherwise", what, mend);
        return null;
    }

    @Override
    public @Nullable Object apply(Object given, Notes notes) {
        if (given instanceof List<?> list && !(step instanceof ListStep)) {
            return TextStep.eachOf(this, list, notes);
        }
        Refusals refusals = new Refusals(notes);
        Object next = step.apply(given, refusals);
        return refusals.code == null ? next : settle(given, refusals.code, refusals.detail, notes);
    }

    private @Nullable Object settle(Object given, String refusal, String detail, Notes notes) {
        String said = code == null ? refusal : code;
        if (way == Way.FAIL) {
            notes.error(said, detail);
            return null;
        }
        if (warns) {
            notes.warning(said, detail);
        }
        return way == Way.KEEP ? given : value;
    }

    @Override
    public @Nullable SliceStep slices() {
        return step.slices();
    }

    @Override
    public boolean takesEmpty() {
        return step.takesEmpty();
    }

    /** Holds back the first error; everything else passes. */
    private static final class Refusals implements Notes {
        private final Notes notes;
        private @Nullable String code;
        private String detail = "";

        Refusals(Notes notes) {
            this.notes = notes;
        }

        @Override
        public void error(String refusal, String why) {
            if (code == null) {
                code = refusal;
                detail = why;
            }
        }

        @Override
        public void warning(String said, String why) {
            notes.warning(said, why);
        }

        @Override
        public @Nullable String sibling(int sibling) {
            return notes.sibling(sibling);
        }
    }
}
