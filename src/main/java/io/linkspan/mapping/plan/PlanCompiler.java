package io.linkspan.mapping.plan;

import io.linkspan.mapping.MappingFiles;
import io.linkspan.mapping.MappingOutline;
import io.linkspan.mapping.function.Function;
import io.linkspan.mapping.plan.FileSettings.XmlOutput;
import io.linkspan.mapping.write.JsonSink;
import io.linkspan.mapping.write.Name;
import io.linkspan.mapping.write.Sink;
import io.linkspan.mapping.write.XmlSink;
import io.linkspan.yaml.Problem;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compiles the mapping's keys of a flow file. */
public final class PlanCompiler {
    /** The top-level keys the mapping owns. */
    public static final List<String> KEYS =
            List.of("fields", "use", "check", "defaults", "namespaces", "zone", "input", "output", "limits");

    private PlanCompiler() {}

    /**
     * What became of the mapping's keys.
     *
     * @param plan null where the problems refuse it
     * @param outline what is right of it
     * @param complete false where there are fields nothing is known of
     */
    public record Result(@Nullable Plan plan, MappingOutline outline, boolean complete) {}

    /** Compiles what it can, and notes everything that is wrong. */
    public static Result compile(YamlMap root, Map<String, Function> functions, MappingFiles files, Problems problems) {
        Problems own = new Problems();
        FileSettings settings = new SettingsReader(root, own).read();
        Compilation compilation = new Compilation(functions, files, own, settings);
        Scope scope = compilation.scope(null, compilation.shape.root());
        List<Part> parts = new ArrayList<>();
        if (root.has("fields") || root.has("use")) {
            Spot spot = new Spot(scope, compilation.shape.root(), "", "", "");
            new FieldsCompiler(compilation, new Fragments(files, own)).compile(root, spot, parts);
        } else {
            own.error(root.place(), "no-fields", "there are no fields", "write them under fields:");
        }
        List<Check> checks = new CheckCompiler(compilation, scope, "").compile(root.get("check"));
        compilation.finish();
        refuseCircles(compilation);
        XmlOutput xml = settings.xml();
        if (xml != null) {
            XmlNames names = new XmlNames(compilation);
            names.accepts(xml.root(), root.place());
            xml.declared().forEach(prefix -> names.uses(prefix, root.place()));
        }
        own.list().forEach((Problem problem) -> problems.add(problem));
        boolean complete = compilation.scopes.stream().noneMatch(Scope::isIncomplete);
        Plan plan =
                own.hasErrors() ? null : new Plan(compilation, settings, parts, checks, sinks(settings, compilation));
        return new Result(plan, compilation.outliner.outline(), complete);
    }

    private static void refuseCircles(Compilation compilation) {
        for (Scope scope : compilation.scopes) {
            Part part = new Circles().find(scope.parts.values());
            if (part != null) {
                compilation.problems.error(
                        compilation.outliner.place(part),
                        "circular-expression",
                        "the expressions need '" + part.field.label() + "' to calculate it",
                        "take one of the expressions in the circle out");
                return;
            }
        }
    }

    private static Supplier<Sink> sinks(FileSettings settings, Compilation compilation) {
        XmlOutput xml = settings.xml();
        if (xml == null) {
            return JsonSink::new;
        }
        String before = xml.declaration() ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "";
        StringBuilder declarations = new StringBuilder();
        if (xml.defaultNamespace() != null) {
            declare(declarations, "", xml.defaultNamespace());
        }
        for (String prefix : compilation.prefixes) {
            declare(
                    declarations,
                    ":" + prefix,
                    String.valueOf(settings.namespaces().uri(prefix)));
        }
        boolean declaresXsi = compilation.prefixes.contains("xsi");
        return () -> new XmlSink(new Name(xml.root()), before, declarations.toString(), declaresXsi);
    }

    private static void declare(StringBuilder declarations, String prefix, String uri) {
        String escaped = uri.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        declarations
                .append(" xmlns")
                .append(prefix)
                .append("=\"")
                .append(escaped)
                .append('"');
    }
}
