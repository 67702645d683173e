package io.linkspan.cli.back;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A source path that something can be written at: plain steps, an attribute at most at its end. */
final class WayIn {
    private static final String NAME = "([\\p{L}_][\\p{L}\\p{N}_-]*:)?[\\p{L}_][\\p{L}\\p{N}_.-]*|'[^']+'";
    private static final Pattern PLAIN =
            Pattern.compile("\\.|@?(" + NAME + ")|(" + NAME + ")(/(" + NAME + "))*(/@(" + NAME + "))?");

    private WayIn() {}

    static boolean isPlain(String path) {
        return PLAIN.matcher(path).matches();
    }

    /** Why nothing can be written at a path. */
    static String obstacle(String path) {
        if (path.contains("[")) {
            return "'" + path + "' picks elements by a condition";
        }
        return path.startsWith("/") || path.startsWith("..")
                ? "'" + path + "' reads outside of its entry"
                : "nothing can be written at '" + path + "'";
    }

    /** The path that reads what was written under a target's name: names alone, the text of an element by the element. */
    static String through(String prefix, String target) {
        String path = Stream.of(target.split("\\.", -1))
                .map(name -> name.replaceFirst("^(@?)[\\p{L}_][\\p{L}\\p{N}_-]*:", "$1"))
                .map(name -> name.matches("@?(" + NAME + ")|#text") ? name : "'" + name + "'")
                .collect(Collectors.joining("/", prefix, ""));
        return path.replaceFirst("/?#text$", "").replaceFirst("^$", ".");
    }

    /** The names on the way; none for the element in hand. */
    static List<String> steps(String path) {
        return Stream.of(path.split("/", -1))
                .filter(step -> !step.equals("."))
                .map(step -> step.replace("'", ""))
                .toList();
    }
}
