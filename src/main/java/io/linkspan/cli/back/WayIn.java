package io.linkspan.cli.back;

import io.linkspan.mapping.path.NameTest;
import io.linkspan.mapping.path.Namespaces;
import io.linkspan.mapping.path.Path;
import io.linkspan.mapping.path.PathParser;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where something that is read at a source path can be written.
 *
 * @param steps the elements on the way, an attribute or the element's text at most at its end
 * @param losses what the path does not tell
 * @param obstacle why nothing can be written there, or null
 */
record WayIn(
        List<Step> steps, List<String> losses, @Nullable String obstacle) {
    private static final String NAME = "([\\p{L}_][\\p{L}\\p{N}_-]*:)?[\\p{L}_][\\p{L}\\p{N}_.-]*|'[^']+'";

    /**
     * One element, attribute or property on the way.
     *
     * @param name with its declared prefix, and {@code @} before an attribute's
     * @param demands what its conditions ask for, by the way from it
     * @param variant tells elements of this name apart that different conditions mean
     */
    record Step(String name, Map<List<String>, String> demands, String variant) {
        private static Step named(String name) {
            return new Step(name, Map.of(), "");
        }
    }

    /** The way to a path, of which the file declared the prefixes. */
    static WayIn to(String path, Namespaces namespaces) {
        Path parsed = PathParser.parse(
                new YamlText(Place.startOf("path"), path.isEmpty() ? "." : path, true), namespaces, new Problems());
        if (parsed == null || parsed.ups() > 0 || parsed.start() != Path.Start.HERE) {
            return not("'" + path + "' reads outside of its entry");
        }
        List<Step> steps = new ArrayList<>();
        List<String> losses = new ArrayList<>();
        for (Path.Step step : parsed.steps()) {
            switch (step) {
                case Path.Elements elements
                when !elements.deep() && !elements.name().equals(NameTest.ANY) -> {
                    Demands demands = Demands.of(elements.predicates());
                    if (demands.obstacle() != null) {
                        return not("'" + path + "' picks elements " + demands.obstacle());
                    }
                    losses.addAll(demands.losses());
                    steps.add(new Step(written(elements.name(), namespaces), demands.values(), demands.variant()));
                }
                case Path.Attribute attribute
                when !attribute.name().equals(NameTest.ANY) ->
                    steps.add(Step.named("@" + written(attribute.name(), namespaces)));
                case Path.About about when about.fact() == Path.Fact.OWN_TEXT -> steps.add(Step.named(Element.TEXT));
                default -> {
                    return not(obstacle(step, path));
                }
            }
        }
        return new WayIn(List.copyOf(steps), List.copyOf(losses), null);
    }

    private static WayIn not(String why) {
        return new WayIn(List.of(), List.of(), why);
    }

    private static String obstacle(Path.Step step, String path) {
        return switch (step) {
            case Path.Elements elements ->
                "'" + path + "' reads elements of any " + (elements.deep() ? "depth" : "name");
            case Path.Held held -> "'" + path + "' reads a document that is held in a text";
            case Path.About about
            when about.fact() == Path.Fact.POSITION -> "it is the place in the list, which the order of the list tells";
            default -> "nothing can be written at '" + path + "'";
        };
    }

    private static String written(NameTest name, Namespaces namespaces) {
        return namespaces.prefixes().stream()
                .filter(prefix -> name.uri() != null && name.uri().equals(namespaces.uri(prefix)))
                .findFirst()
                .map(prefix -> prefix + ":" + name.local())
                .orElse(name.local());
    }

    /** The path that reads what was written under a target's name: names alone, the text of an element by the element. */
    static String through(String prefix, String target) {
        String path = Stream.of(target.split("\\.", -1))
                .map(name -> name.replaceFirst("^(@?)[\\p{L}_][\\p{L}\\p{N}_-]*:", "$1"))
                .map(name -> name.matches("@?(" + NAME + ")|#text") ? name : "'" + name + "'")
                .collect(Collectors.joining("/", prefix, ""));
        return path.replaceFirst("/?#text$", "").replaceFirst("^$", ".");
    }
}
