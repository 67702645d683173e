package io.linkspan.mapping.plan;

import io.linkspan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Compiles expressions against the fields around them. */
final class Conditions {
    private final Compilation compilation;

    Conditions(Compilation compilation) {
        this.compilation = compilation;
    }

    /** A condition; null where none was written. */
    @Nullable
    When when(@Nullable YamlNode node, Scope scope) {
        if (node == null) {
            return null;
        }
        compilation.error(node, "no-expressions", "expressions are not read yet", "");
        return null;
    }

    /** A value; null after a problem. */
    @Nullable
    Source expression(YamlNode node, Scope scope) {
        compilation.error(node, "no-expressions", "expressions are not read yet", "");
        return null;
    }
}
