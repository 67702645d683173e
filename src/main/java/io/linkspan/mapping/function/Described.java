package io.linkspan.mapping.function;

import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function told in one go: its name, its documentation, the keys of its argument and how it is compiled. */
final class Described implements Function {
    /** Turns an argument into a step; null after a problem was noted. */
    @FunctionalInterface
    interface Compiler {
        @Nullable
        Step compile(Argument argument);
    }

    private static final Step NOTHING = (value, notes) -> null;

    private final String name;
    private final Doc doc;
    private final boolean refuses;
    private final @Nullable String shortKey;
    private final @Nullable List<String> keys;
    private final Compiler compiler;

    private Described(Builder builder, Compiler compiler) {
        this.name = builder.name;
        this.refuses = builder.refuses;
        this.shortKey = builder.shortKey;
        this.keys = builder.allKeys();
        this.compiler = compiler;
        this.doc = new Doc(
                builder.group, builder.summary, builder.argument, builder.wholeSchema(), List.copyOf(builder.examples));
    }

    static Builder named(String name, String group) {
        return new Builder(name, group);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Doc doc() {
        return doc;
    }

    /** The keys its argument may have; empty where it is no mapping of known keys. */
    List<String> keys() {
        return keys == null ? List.of() : keys;
    }

    @Override
    public List<String> companions() {
        return refuses ? List.of(Otherwise.KEY) : List.of();
    }

    @Override
    public @Nullable Step compile(YamlNode node, Surroundings surroundings, Problems problems) {
        if (node instanceof YamlText text && !text.quoted() && text.text().equals("false")) {
            return null;
        }
        Argument argument = new Argument(name, node, shortKey, keys, surroundings, problems);
        Step step = compiler.compile(argument);
        Step whole = refuses ? Otherwise.around(step == null ? NOTHING : step, argument) : step;
        return step == null || argument.refused() ? null : whole;
    }

    /** Collects what a function says about itself. */
    static final class Builder {
        private final String name;
        private final String group;
        private String summary = "";
        private String argument = "";
        private String schema = "{}";
        private boolean refuses;
        private @Nullable String shortKey;
        private @Nullable List<String> keys;
        private final List<Example> examples = new ArrayList<>();

        private Builder(String name, String group) {
            this.name = name;
            this.group = group;
        }

        Builder summary(String sentence) {
            summary = sentence;
            return this;
        }

        /** How the argument reads, in Markdown. */
        Builder argument(String markdown) {
            argument = markdown;
            return this;
        }

        /** The argument's JSON Schema; what may stand under {@code otherwise} is added where it is wanted. */
        Builder schema(String json) {
            schema = json.strip();
            return this;
        }

        /** The function may refuse a value, so {@code otherwise} may say what becomes of it. */
        Builder refuses() {
            refuses = true;
            return this;
        }

        /** The keys of the argument when it is a mapping; the first is meant when only a value is written. */
        Builder keys(String... known) {
            shortKey = known[0];
            keys = List.of(known);
            return this;
        }

        /** The same, but a bare value other than {@code true} means nothing. */
        Builder keysOnly(String... known) {
            keys = List.of(known);
            return this;
        }

        /** An example: argument as YAML, value and result as JSON. */
        Builder example(String argumentYaml, String given, String result) {
            examples.add(new Example(argumentYaml, given, result));
            return this;
        }

        Function compiledBy(Compiler compiler) {
            return new Described(this, compiler);
        }

        private String wholeSchema() {
            String properties = "\"properties\":{";
            int at = refuses ? schema.indexOf(properties) + properties.length() : 0;
            return at < properties.length()
                    ? schema
                    : schema.substring(0, at)
                            + "\"" + Otherwise.KEY + "\":" + Otherwise.SCHEMA + ","
                            + schema.substring(at);
        }

        private @Nullable List<String> allKeys() {
            if (keys == null || !refuses) {
                return keys;
            }
            List<String> all = new ArrayList<>(keys);
            all.add(Otherwise.KEY);
            return List.copyOf(all);
        }
    }
}
