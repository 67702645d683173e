package io.linkspan.mapping.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compiles a checked CEL tree into terms. */
final class TermBuilder {
    private final FunctionCalls functions;
    private final List<String> names = new ArrayList<>();
    private final Deque<Map<String, Integer>> locals = new ArrayDeque<>();
    private int localCount;

    TermBuilder(FunctionCalls functions) {
        this.functions = functions;
    }

    /** The tree uses something expressions of a mapping do not have. */
    static final class NotAvailable extends Exception {
        private static final long serialVersionUID = 1L;

        NotAvailable(String what) {
            super(what, null, false, false);
        }
    }

    List<String> names() {
        return names;
    }

    int locals() {
        return localCount;
    }

    Term term(CelExpr tree) throws NotAvailable {
        return switch (tree.getKind()) {
            case CONSTANT -> constant(tree.constant());
            case IDENT -> name(tree.ident().name());
            case SELECT -> select(tree.select());
            case CALL -> call(tree.call());
            case LIST -> list(tree.list());
            case COMPREHENSION -> loop(tree.comprehension());
            default -> throw new NotAvailable("objects cannot be made in an expression");
        };
    }

    private static Term constant(CelConstant constant) throws NotAvailable {
        Object value =
                switch (constant.getKind()) {
                    case NULL_VALUE -> Unknown.VALUE;
                    case BOOLEAN_VALUE -> constant.booleanValue();
                    case INT64_VALUE -> constant.int64Value();
                    case UINT64_VALUE -> new BigDecimal(constant.uint64Value().bigIntegerValue());
                    // The shortest decimal that means this double is the one that was written.
                    case DOUBLE_VALUE -> decimal(constant.doubleValue());
                    case STRING_VALUE -> constant.stringValue();
                    default -> throw new NotAvailable("bytes cannot be written in an expression");
                };
        return value == Unknown.VALUE ? env -> null : env -> value;
    }

    private static BigDecimal decimal(double written) throws NotAvailable {
        if (!Double.isFinite(written)) {
            throw new NotAvailable("a number of more than 308 digits cannot be written in an expression");
        }
        return BigDecimal.valueOf(written);
    }

    private Term name(String name) {
        for (Map<String, Integer> scope : locals) {
            Integer local = scope.get(name);
            if (local != null) {
                int index = local;
                return env -> env.local(index);
            }
        }
        int known = names.indexOf(name);
        int index = known >= 0 ? known : names.size();
        if (known < 0) {
            names.add(name);
        }
        return env -> env.field(index);
    }

    private Term select(CelExpr.CelSelect select) throws NotAvailable {
        Term operand = term(select.operand());
        String field = select.field();
        boolean test = select.testOnly();
        return env -> {
            if (!(operand.value(env) instanceof Map<?, ?> map)) {
                return test ? (Object) false : Unknown.VALUE;
            }
            return test ? (Object) map.containsKey(field) : map.get(field);
        };
    }

    private Term call(CelExpr.CelCall call) throws NotAvailable {
        List<Term> arguments = new ArrayList<>();
        if (call.target().isPresent()) {
            arguments.add(term(call.target().get()));
        }
        for (CelExpr argument : call.args()) {
            arguments.add(term(argument));
        }
        String function = call.function();
        Term operator = Operators.of(function, arguments);
        Term term = operator == null ? Calls.of(function, arguments) : operator;
        if (term == null || (functions.has(function) && call.target().isEmpty())) {
            term = functions.term(call, arguments);
        }
        if (term == null) {
            throw new NotAvailable("the function '" + function + "' cannot be used so in a mapping");
        }
        return term;
    }

    private Term list(CelExpr.CelList list) throws NotAvailable {
        List<Term> items = new ArrayList<>();
        for (CelExpr item : list.elements()) {
            items.add(term(item));
        }
        return env -> {
            List<Object> values = new ArrayList<>(items.size());
            for (Term item : items) {
                Object value = item.value(env);
                values.add(value == null ? Unknown.VALUE : value);
            }
            return values;
        };
    }

    private Term loop(CelExpr.CelComprehension loop) throws NotAvailable {
        if (!loop.iterVar2().isEmpty()) {
            throw new NotAvailable("loops with two variables cannot be used in a mapping");
        }
        Term range = term(loop.iterRange());
        Term start = term(loop.accuInit());
        int item = localCount++;
        int result = localCount++;
        Map<String, Integer> scope = new HashMap<>();
        scope.put(loop.iterVar(), item);
        scope.put(loop.accuVar(), result);
        locals.push(scope);
        Term condition = term(loop.loopCondition());
        Term step = term(loop.loopStep());
        Term end = term(loop.result());
        locals.pop();
        return new Loop(range, item, result, start, condition, step, end);
    }
}
