package io.linkspan.mapping.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import io.linkspan.mapping.function.Function;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks expressions against the fields they name and compiles them. */
public final class FormulaCompiler {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxParseRecursionDepth(50)
            .maxExpressionCodePointSize(10_000)
            .build();

    private final Map<String, Function> functions;
    private final Function.Surroundings surroundings;
    private final Problems problems;

    /** A compiler; the functions can be called in the expressions. */
    public FormulaCompiler(Map<String, Function> functions, Function.Surroundings surroundings, Problems problems) {
        this.functions = functions;
        this.surroundings = surroundings;
        this.problems = problems;
    }

    /**
     * Compiles an expression.
     *
     * @param names the fields that can be named
     * @param condition whether it must give true or false
     * @return null after a problem
     */
    public @Nullable Formula compile(YamlText written, Names names, boolean condition) {
        FunctionCalls calls = new FunctionCalls(functions, surroundings, written.place(), problems);
        CelValidationResult result =
                compiler(names.kinds(), calls.declarations(written.text())).compile(written.text());
        if (result.hasError()) {
            for (CelIssue issue : result.getErrors()) {
                Complaint complaint = Complaint.of(issue, names.all());
                if (!names.more() || !complaint.ofName()) {
                    problems.error(place(written, issue), "bad-expression", complaint.message(), complaint.mend());
                }
            }
            return null;
        }
        try {
            return formula(result.getAst(), calls, written, condition);
        } catch (CelValidationException | TermBuilder.NotAvailable bad) {
            problems.error(written.place(), "bad-expression", String.valueOf(bad.getMessage()), "");
            return null;
        }
    }

    private @Nullable Formula formula(
            CelAbstractSyntaxTree tree, FunctionCalls calls, YamlText written, boolean condition)
            throws TermBuilder.NotAvailable {
        Kind kind = Kind.of(tree.getResultType());
        if (condition && kind != Kind.BOOLEAN && kind != Kind.ANY) {
            problems.error(
                    written.place(),
                    "bad-expression",
                    "the condition gives a " + kind.words() + ", not true or false",
                    "compare it with something");
            return null;
        }
        TermBuilder builder = new TermBuilder(calls);
        Term term = builder.term(tree.getExpr());
        return new Formula(term, builder.names(), builder.locals(), kind);
    }

    private static CelCompiler compiler(Map<String, Kind> names, List<CelFunctionDecl> functions) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(CelExtensions.strings())
                .addFunctionDeclarations(functions);
        for (String operator : List.of("_+_", "_-_", "_*_", "_/_")) {
            builder.addFunctionDeclarations(mixed(operator, SimpleType.DOUBLE));
        }
        for (String operator : List.of("_==_", "_!=_")) {
            builder.addFunctionDeclarations(mixed(operator, SimpleType.BOOL));
        }
        for (String function : List.of("sum", "smallest", "largest")) {
            builder.addFunctionDeclarations(ofNumbers(function));
        }
        for (String function : TimeSpans.FUNCTIONS) {
            builder.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                    function,
                    CelOverloadDecl.newGlobalOverload(function, SimpleType.INT, SimpleType.DYN, SimpleType.DYN)));
        }
        names.forEach((name, kind) -> builder.addVar(name, kind.type()));
        return builder.build();
    }

    /** A decimal and a whole number together: {@code revenue == 0}, {@code price * 2}. */
    private static CelFunctionDecl mixed(String operator, CelType result) {
        return CelFunctionDecl.newFunctionDeclaration(
                operator,
                CelOverloadDecl.newGlobalOverload("mixed" + operator + "di", result, SimpleType.DOUBLE, SimpleType.INT),
                CelOverloadDecl.newGlobalOverload(
                        "mixed" + operator + "id", result, SimpleType.INT, SimpleType.DOUBLE));
    }

    /** Something made of a list of numbers: {@code sum(lines.map(l, l.amount))}. */
    private static CelFunctionDecl ofNumbers(String function) {
        return CelFunctionDecl.newFunctionDeclaration(
                function,
                CelOverloadDecl.newGlobalOverload(
                        "numbers_" + function, SimpleType.DOUBLE, ListType.create(SimpleType.DYN)));
    }

    private static Place place(YamlText written, CelIssue issue) {
        Place start = written.place();
        boolean oneLine = written.text().indexOf('\n') < 0;
        int column = Math.max(0, issue.getSourceLocation().getColumn()) + (written.quoted() ? 1 : 0);
        return oneLine ? new Place(start.file(), start.line(), start.column() + column) : start;
    }
}
