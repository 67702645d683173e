package io.linkspan.cli.start;

import io.linkspan.cli.lint.SchemaView;
import io.linkspan.cli.shape.UnreadableShape;
import io.linkspan.cli.start.Pairing.Pair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Proposes the fields of a mapping. Every field of the source is among them, be it as a comment. */
final class Proposals {
    private final List<String> recordWords;
    private final @Nullable SourceField key;

    Proposals(String record, @Nullable SourceField key) {
        this.recordWords = Words.of(record);
        this.key = key;
    }

    /** With the names of the source. */
    List<Line> like(List<SourceField> sources) {
        List<Line> lines = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (SourceField source : sources) {
            String name = free(nameOf(source), taken);
            Line line = source.ofObjects() && !source.unknown()
                    ? Line.list(name, source, like(source.entryFields()), "")
                    : Line.value(name, source, Conversion.steps(source, null), sample(source));
            lines.add(held(source) ? line.waiting() : line);
        }
        return lines;
    }

    /** With the names of the target, in its order. */
    List<Line> like(List<SourceField> sources, SchemaView target) throws UnreadableShape {
        List<TargetField> targets = TargetField.in(target);
        Pairing pairing = new Pairing(sources, targets, key, recordWords);
        List<Line> lines = new ArrayList<>();
        for (TargetField wanted : targets) {
            Pair pair = pairing.of(wanted);
            if (pair != null) {
                lines.add(paired(pair));
            } else if (wanted.required()) {
                lines.add(new Line(
                        wanted.name(),
                        "{ expr: \"null\", required: true }",
                        "the target requires it: write where it comes from",
                        List.of(),
                        false));
            }
        }
        like(sources.stream().filter(source -> !pairing.takes(source)).toList())
                .forEach(line -> lines.add(line.waiting()));
        return lines;
    }

    private Line paired(Pair pair) throws UnreadableShape {
        String name = pair.target().name();
        SourceField source = pair.source();
        String comment = pair.certain() ? sample(source) : "only alike: check it";
        Optional<SchemaView> items =
                pair.target().list() ? pair.target().schema().items() : Optional.empty();
        if (source.ofObjects()) {
            List<Line> within = items.isPresent() && !items.get().properties().isEmpty()
                    ? like(source.entryFields(), items.get())
                    : like(source.entryFields());
            return Line.list(name, source, within, comment);
        }
        SchemaView schema = items.orElse(pair.target().schema());
        List<String> steps = new ArrayList<>(Conversion.steps(source, schema));
        if (pair.target().required()) {
            steps.add("required: true");
        }
        String remark = Conversion.remark(source, schema);
        return Line.value(
                name,
                source,
                steps,
                remark.isEmpty() || comment.isEmpty() ? comment + remark : comment + "; " + remark);
    }

    /** What stays a comment until a person says otherwise: the unknown, and what must not leave the house. */
    private static boolean held(SourceField source) {
        return source.unknown()
                || Conversion.isSecret(source.name())
                || source.path().matches("(?i)(return|result)/.*");
    }

    private static String sample(SourceField source) {
        boolean telling = !Conversion.isPersonal(source.name()) && !Conversion.isSecret(source.name());
        return source.unknown() ? "anything may stand there" : telling ? shortened(source) : "";
    }

    private static String shortened(SourceField source) {
        String sample = source.shape().sample().orElse("");
        return sample.codePointCount(0, sample.length()) > 40
                ? sample.substring(0, sample.offsetByCodePoints(0, 40)) + "…"
                : sample;
    }

    /** Nested names by dots; a wrapper that holds nothing but a list leaves no trace. */
    private static String nameOf(SourceField source) {
        List<String> names = new ArrayList<>();
        for (String step : source.path().replace("'", "").split("/", -1)) {
            names.add(step.equals(".") ? "value" : Words.camel(step.replace("@", "")));
        }
        return String.join(".", source.list() && names.size() > 1 ? names.subList(0, names.size() - 1) : names);
    }

    /** No name twice, and none that is both a value and an object. */
    private static String free(String wanted, Set<String> taken) {
        String flat = Words.camel(wanted.replace('.', '_'));
        String name = clashes(wanted, taken) ? flat : wanted;
        int number = 2;
        while (clashes(name, taken)) {
            name = flat + number++;
        }
        taken.add(name);
        return name;
    }

    private static boolean clashes(String name, Set<String> taken) {
        return taken.stream()
                .anyMatch(other -> other.equals(name) || other.startsWith(name + ".") || name.startsWith(other + "."));
    }
}
