package io.linkspan.mapping.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what a step notes; its siblings are the values of a map, in the order of their paths. */
final class Heard implements Notes {
    final List<String> errors = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    private final Map<String, String> siblings;

    Heard(Map<String, String> siblings) {
        this.siblings = siblings;
    }

    @Override
    public void error(String code, String detail) {
        errors.add(code);
    }

    @Override
    public void warning(String code, String detail) {
        warnings.add(code);
    }

    @Override
    public @Nullable String sibling(int sibling) {
        return new ArrayList<>(siblings.values()).get(sibling);
    }
}
