package io.linkspan.mapping.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import io.linkspan.mapping.function.Function;
import io.linkspan.mapping.function.Step;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the mapping language in expressions: {@code upper(name)}, and with a text as argument {@code
 * date(day, 'yyyyMMdd')}. A name CEL has a meaning for keeps that meaning.
 */
final class FunctionCalls {
    private static final Set<String> OF_CEL = Set.of(
            "size",
            "contains",
            "startsWith",
            "endsWith",
            "matches",
            "string",
            "int",
            "uint",
            "double",
            "bool",
            "bytes",
            "type",
            "dyn",
            "timestamp",
            "duration",
            "has",
            "all",
            "exists",
            "exists_one",
            "map",
            "filter");

    private final Map<String, Function> functions;
    private final Function.Surroundings surroundings;
    private final Place place;
    private final Problems problems;

    FunctionCalls(Map<String, Function> functions, Function.Surroundings surroundings, Place place, Problems problems) {
        this.functions = functions;
        this.surroundings = surroundings;
        this.place = place;
        this.problems = problems;
    }

    boolean has(String function) {
        return functions.containsKey(function) && !OF_CEL.contains(function);
    }

    /** Declarations of those functions whose names stand in the text. */
    List<CelFunctionDecl> declarations(String text) {
        List<CelFunctionDecl> declarations = new ArrayList<>();
        for (String name : functions.keySet()) {
            if (text.contains(name + "(") && has(name)) {
                declarations.add(CelFunctionDecl.newFunctionDeclaration(
                        name,
                        CelOverloadDecl.newGlobalOverload("mapping_" + name, SimpleType.DYN, SimpleType.DYN),
                        CelOverloadDecl.newGlobalOverload(
                                "mapping_" + name + "_with", SimpleType.DYN, SimpleType.DYN, SimpleType.STRING)));
            }
        }
        return declarations;
    }

    /** The term of a call; null where there is no such function. */
    @Nullable
    Term term(CelExpr.CelCall call, List<Term> arguments) {
        Function function = has(call.function()) ? functions.get(call.function()) : null;
        if (function == null || call.target().isPresent()) {
            return null;
        }
        Step step = function.compile(argument(call), surroundings, problems);
        return step == null ? null : applied(arguments.getFirst(), step);
    }

    private YamlText argument(CelExpr.CelCall call) {
        boolean with = call.args().size() == 2
                && call.args().get(1).getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && call.args().get(1).constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return with
                ? new YamlText(place, call.args().get(1).constant().stringValue(), false)
                : new YamlText(place, "true", false);
    }

    private static Term applied(Term argument, Step step) {
        return env -> {
            Object value = argument.value(env);
            if (value == null || value == Unknown.VALUE || (value.equals("") && !step.takesEmpty())) {
                return value;
            }
            return step.apply(value, env.notes());
        };
    }
}
