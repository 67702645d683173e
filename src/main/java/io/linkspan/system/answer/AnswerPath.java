package io.linkspan.system.answer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way through a document: {@code ListResponse/Customers/Customer}, {@code ListResponse/@next},
 * or {@code .} for the document itself. The first step is the root element (in a SOAP envelope: the body's first element)
 * or, in JSON, a property of the root object. Names are local names; a JSON array on the way is stepped through.
 *
 * @param steps the names from the root on, {@code *} for any
 * @param attribute the attribute at the end, or null
 */
public record AnswerPath(List<String> steps, @Nullable String attribute) {
    static final String ANY = "*";

    /** Keeps the steps safe from changes. */
    public AnswerPath {
        steps = List.copyOf(steps);
    }

    /**
     * Reads a path as a person writes it; a leading {@code /} changes nothing.
     *
     * @throws IllegalArgumentException saying what is wrong and how to mend it
     */
    public static AnswerPath parse(String written) {
        return parse(written, Map.of());
    }

    /** Reads a path in which some prefixes stand for namespaces: such a step becomes {@code {namespace}name}. */
    static AnswerPath parse(String written, Map<String, String> prefixes) {
        String path = written.startsWith("/") ? written.substring(1) : written;
        if (path.equals(".")) {
            return new AnswerPath(List.of(), null);
        }
        List<String> names = List.of(path.split("/", -1));
        names.forEach(name -> check(name, written));
        String last = names.getLast();
        boolean toAttribute = last.startsWith("@");
        List<String> steps = names.subList(0, names.size() - (toAttribute ? 1 : 0)).stream()
                .map(name -> step(name, prefixes))
                .toList();
        return new AnswerPath(steps, toAttribute ? local(last.substring(1)) : null);
    }

    private static String step(String name, Map<String, String> prefixes) {
        String uri = prefixes.get(name.substring(0, Math.max(0, name.indexOf(':'))));
        return uri == null ? local(name) : qualified(uri, local(name));
    }

    static String qualified(String uri, String local) {
        return "{" + uri + "}" + local;
    }

    private static void check(String name, String written) {
        if (name.isBlank() || name.equals("@")) {
            throw new IllegalArgumentException(
                    "the path '" + written + "' has an empty step: write names with one '/' between them");
        }
        if (name.indexOf('[') >= 0) {
            throw new IllegalArgumentException(
                    "the path '" + written
                            + "' has a condition in '[ ]', which works within a record only: name the elements up to the records");
        }
        if (name.startsWith("@") && !written.endsWith("/" + name) && !written.equals(name)) {
            throw new IllegalArgumentException(
                    "the path '" + written + "' goes on after an attribute: '" + name + "' can only stand at the end");
        }
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
