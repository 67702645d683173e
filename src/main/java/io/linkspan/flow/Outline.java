package io.linkspan.flow;

import io.linkspan.mapping.MappingFiles;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.List;

/**
 * The fields of a mapping as they were written, shared fragments included: what tools show, check and document.
 *
 * @param targets in the order written, outer ones before those within
 */
public record Outline(List<Target> targets) {
    /** Keeps the targets safe from changes. */
    public Outline {
        targets = List.copyOf(targets);
    }

    static Outline of(YamlMap root, MappingFiles files) {
        return new Outline(new OutlineReader(files).read(root));
    }

    /** The labels of everything that is written to the target: {@code billing.city}, {@code lines[].no}. */
    public List<String> labels() {
        return targets.stream()
                .filter(target -> !target.hidden())
                .map(Target::label)
                .distinct()
                .toList();
    }

    /** The labels of what holds a value of its own, no nested objects. */
    public List<String> leaves() {
        return targets.stream()
                .filter(target -> !target.hidden() && target.kind() == Kind.VALUE)
                .map(Target::label)
                .distinct()
                .toList();
    }

    /** What a field writes. */
    public enum Kind {
        /** A value, or a list of values. */
        VALUE,
        /** An object with fields of its own. */
        OBJECT,
        /** A list of objects. */
        LIST
    }

    /**
     * One field.
     *
     * @param label its path in the target, {@code []} behind each list of objects
     * @param place where it is written
     * @param kind what it writes
     * @param within the source paths of the lists and objects it stands in, outermost first
     * @param sources the source paths it reads
     * @param rule what stands behind its name
     * @param hidden whether it is only for other fields to use
     */
    public record Target(
            String label,
            Place place,
            Kind kind,
            List<YamlText> within,
            List<YamlText> sources,
            YamlNode rule,
            boolean hidden) {}
}
