package io.linkspan.mapping.plan;

import io.linkspan.mapping.Traced;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes how each field came to be. */
final class Trace {
    private final List<Traced> lines = new ArrayList<>();
    private final Deque<List<String>> steps = new ArrayDeque<>();

    void begin() {
        steps.push(new ArrayList<>());
    }

    void step(String name, @Nullable Object result) {
        steps.element().add(name + " → " + shown(result));
    }

    void end(String label, Field field, @Nullable Object raw, Object result) {
        List<String> taken = steps.pop();
        boolean masks = field.sensitive();
        lines.add(new Traced(
                label,
                field.source(),
                masks && raw != null ? "***" : shown(raw),
                masks ? List.of() : List.copyOf(taken),
                masks && !(result instanceof Missing) ? "***" : shown(result)));
    }

    List<Traced> lines() {
        return List.copyOf(lines);
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "(absent)";
            case Missing.NIL -> "(nil)";
            case Missing.OMIT -> "(left out)";
            case Missing.NULL -> "null";
            case Missing.FAILED -> "(error)";
            case String text -> '"' + text + '"';
            default -> value.toString();
        };
    }
}
