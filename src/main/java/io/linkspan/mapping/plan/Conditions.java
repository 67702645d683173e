package io.linkspan.mapping.plan;

import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlText;
import org.jspecify.annotations.Nullable;

/** Compiles expressions against the fields around them. */
final class Conditions {
    private final Compilation compilation;

    Conditions(Compilation compilation) {
        this.compilation = compilation;
    }

    /** A condition; null where none was written. */
    @Nullable
    When when(@Nullable YamlNode node, Spot spot, Field field) {
        return node == null ? null : bound(node, spot.scope(), spot.dotted(), field, true);
    }

    /** A value; null after a problem. */
    @Nullable
    Source expression(YamlNode node, Spot spot, Field field) {
        return bound(node, spot.scope(), spot.dotted(), field, false);
    }

    /** A condition over a scope's own fields; null after a problem. */
    @Nullable
    Bound rule(YamlNode node, Scope scope, Field field) {
        return bound(node, scope, "", field, true);
    }

    private @Nullable Bound bound(YamlNode node, Scope scope, String dotted, Field field, boolean condition) {
        YamlText text = compilation.text(node, "the expression", "write a CEL expression in quotes");
        if (text == null) {
            return null;
        }
        Bound bound = new Bound(compilation, text, scope, dotted, field, condition);
        compilation.later(bound::compile);
        return bound;
    }
}
