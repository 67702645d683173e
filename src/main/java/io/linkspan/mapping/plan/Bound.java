package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Bindings;
import io.linkspan.mapping.expression.ExpressionException;
import io.linkspan.mapping.expression.Formula;
import io.linkspan.mapping.expression.FormulaCompiler;
import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.expression.Names;
import io.linkspan.mapping.function.Notes;
import io.linkspan.mapping.read.Frame;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An expression bound to the fields around it. Compiled once all of them are known. */
final class Bound implements Source, When {
    private final Compilation compilation;
    private final YamlText written;
    private final Scope scope;
    private final String dotted;
    private final Field field;
    private final boolean condition;
    private final List<Part> parts = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();
    private @Nullable Formula formula;
    private boolean begun;

    Bound(Compilation compilation, YamlText written, Scope scope, String dotted, Field field, boolean condition) {
        this.compilation = compilation;
        this.written = written;
        this.scope = scope;
        this.dotted = dotted;
        this.field = field;
        this.condition = condition;
    }

    /** Compiles the expression, and first those it depends on. */
    void compile() {
        if (begun) {
            return;
        }
        begun = true;
        Map<String, Kind> kinds = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>();
        for (Named named : named()) {
            if (all.add(named.name) && written.text().contains(named.name)) {
                kinds.put(named.name, named.part.kind());
            }
        }
        FormulaCompiler compiler =
                new FormulaCompiler(compilation.functions, compilation.surroundings(scope.node), compilation.problems);
        formula = compiler.compile(written, new Names(kinds, all, scope.mayHaveMore()), condition);
        if (formula != null) {
            formula.names().forEach(this::bind);
            if (parts.size() < formula.names().size()) {
                // CEL knows the names of its types as values too
                compilation.problems.error(
                        written.place(), "bad-expression", "a type stands where a value is wanted", "name a field");
                formula = null;
            }
        }
    }

    /** A field as the expression may call it. */
    private record Named(String name, Part part, Scope scope) {}

    /** Every field that can be named, the nearest first: of the same nested object, of those around it, of the entries around. */
    private List<Named> named() {
        List<Named> named = new ArrayList<>();
        for (String prefix = dotted; !prefix.isEmpty(); prefix = outer(prefix)) {
            String within = prefix;
            scope.parts.forEach((name, part) -> {
                if (name.startsWith(within) && !part.field.label().equals(field.label())) {
                    named.add(new Named(name.substring(within.length()), part, scope));
                }
            });
        }
        for (Scope around = scope; around != null; around = around.outer) {
            Scope same = around;
            around.parts.forEach((name, part) -> named.add(new Named(name, part, same)));
        }
        return named;
    }

    /** {@code a.} of {@code a.b.}. */
    private static String outer(String prefix) {
        return prefix.substring(0, prefix.lastIndexOf('.', prefix.length() - 2) + 1);
    }

    private void bind(String name) {
        for (Named named : named()) {
            if (named.name.equals(name)) {
                named.part.remember();
                parts.add(named.part);
                scopes.add(named.scope);
                return;
            }
        }
    }

    @Override
    public Kind kind() {
        compile();
        return formula == null ? Kind.ANY : formula.kind();
    }

    @Override
    public List<Part> uses() {
        return parts;
    }

    @Override
    public @Nullable Object read(Run run, Frame here) {
        return value(run);
    }

    @Override
    public boolean holds(Run run) {
        return Boolean.TRUE.equals(value(run));
    }

    /** The value; null where it is null or cannot be told. */
    @Nullable
    Object value(Run run) {
        if (formula == null) {
            return null;
        }
        try {
            return formula.value(new Fields(run));
        } catch (ExpressionException impossible) {
            run.errorAt(field, "expression", impossible.detail());
            return Missing.FAILED;
        }
    }

    /** The fields named, as they are in this run. */
    private final class Fields implements Bindings {
        private final Run run;

        Fields(Run run) {
            this.run = run;
        }

        @Override
        public @Nullable Object value(int index) {
            Object value = parts.get(index).value(run, run.memory().frame(scopes.get(index)));
            return value instanceof Missing ? null : value;
        }

        @Override
        public Notes notes() {
            return run;
        }
    }
}
