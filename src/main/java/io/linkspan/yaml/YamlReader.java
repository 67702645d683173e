package io.linkspan.yaml;

import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads one YAML document (YAML 1.1, as SnakeYAML understands it) into nodes with places. Hostile files are refused: at
 * most 3 million characters, 50 levels, 50 aliases of collections and 200,000 nodes once aliases are followed.
 */
public final class YamlReader {
    private static final int MOST_CHARACTERS = 3_000_000;
    private static final int MOST_LEVELS = 50;
    private static final int MOST_ALIASES = 50;
    private static final int MOST_NODES = 200_000;

    private static final String TAB = "a tab stands where a line or value begins";

    private final String file;
    private final Problems problems;
    private int nodes;

    private YamlReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a document.
     *
     * @return its root, or null when it could not be read; the problems then say why
     */
    public static @Nullable YamlNode read(String file, String text, Problems problems) {
        return new YamlReader(file, problems).read(text);
    }

    /** Reads a document whose root must be a mapping. */
    public static @Nullable YamlMap readMap(String file, String text, Problems problems) {
        YamlNode root = read(file, text, problems);
        if (root instanceof YamlMap map) {
            return map;
        }
        if (root != null) {
            problems.error(root.place(), "not-a-mapping", "the file holds " + root.kind(), "write 'key: value' lines");
        }
        return null;
    }

    private @Nullable YamlNode read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            // looked at before SnakeYAML does, which first reads a single long text to its end, and takes minutes for
            // it
            problems.error(
                    Place.startOf(file),
                    "too-large",
                    "the file has more than " + MOST_CHARACTERS + " characters",
                    "split the file");
            return null;
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(MOST_LEVELS);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setAllowRecursiveKeys(false);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                problems.error(Place.startOf(file), "empty-file", "the file is empty", "");
                return null;
            }
            return convert(root, 0);
        } catch (TooMuch tooMuch) {
            problems.error(tooMuch.place, "too-large", tooMuch.what, "write it out without anchors or split the file");
        } catch (MarkedYAMLException broken) {
            String problem = inWords(oneLine(broken.getProblem()));
            problems.error(place(broken.getProblemMark()), "not-yaml", problem, mend(problem));
        } catch (YAMLException broken) {
            problems.error(Place.startOf(file), "not-yaml", oneLine(broken.getMessage()), "");
        } catch (NumberFormatException escape) {
            // SnakeYAML lets it out, without a place, where an escape in quotes lacks its hexadecimal digits.
            problems.error(
                    before(text, options),
                    "not-yaml",
                    "an escape in quotes lacks its hexadecimal digits",
                    "write two digits behind its x, four behind its u; or the text in single quotes");
        }
        return null;
    }

    private static String inWords(String problem) {
        return problem.contains("\\t(TAB)") ? TAB : problem;
    }

    /** Tabs, and the two mistakes people make with paths; everything else the message has said. */
    private static String mend(String problem) {
        if (problem.equals(TAB)) {
            return "indent with blanks";
        }
        boolean pathInBraces = problem.endsWith("but got [") || problem.endsWith("but got {");
        boolean noBeginning = problem.contains("cannot start any token") || problem.startsWith("unexpected character");
        return pathInBraces
                ? "a path with [ ] in it stands in quotes within { }: \"A[1]/B\""
                : noBeginning ? "a value that begins with @, *, & or % stands in quotes: \"@id\"" : "";
    }

    /** Where the last thing ends that can be read. */
    private Place before(String text, LoaderOptions options) {
        Mark last = null;
        try {
            for (Event event : new Yaml(options).parse(new StringReader(text))) {
                last = event.getEndMark();
            }
        } catch (RuntimeException known) {
            return place(last);
        }
        return place(last);
    }

    private YamlNode convert(Node node, int level) {
        if (++nodes > MOST_NODES || level > MOST_LEVELS) {
            throw new TooMuch(place(node.getStartMark()), "the file unfolds to too many nodes or levels");
        }
        return switch (node) {
            case ScalarNode scalar -> text(scalar);
            case SequenceNode sequence -> list(sequence, level);
            case MappingNode mapping -> map(mapping, level);
            default -> throw new TooMuch(place(node.getStartMark()), "the file holds an alias of itself");
        };
    }

    private YamlText text(ScalarNode scalar) {
        boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
        return new YamlText(place(scalar.getStartMark()), scalar.getValue(), quoted);
    }

    private YamlList list(SequenceNode sequence, int level) {
        List<YamlNode> items = new ArrayList<>(sequence.getValue().size());
        for (Node item : sequence.getValue()) {
            items.add(convert(item, level + 1));
        }
        return new YamlList(place(sequence.getStartMark()), List.copyOf(items));
    }

    private YamlMap map(MappingNode mapping, int level) {
        List<Entry> entries = new ArrayList<>(mapping.getValue().size());
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place place = place(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.error(place, "odd-key", "a key must be a single value", "");
                continue;
            }
            if (!seen.add(key.getValue())) {
                problems.error(place, "duplicate-key", "'" + key.getValue() + "' is written twice", "keep one of them");
                continue;
            }
            entries.add(new Entry(place, key.getValue(), convert(tuple.getValueNode(), level + 1)));
        }
        return new YamlMap(place(mapping.getStartMark()), List.copyOf(entries));
    }

    private Place place(@Nullable Mark mark) {
        return mark == null ? Place.startOf(file) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String oneLine(@Nullable String message) {
        return message == null
                ? "not readable as YAML"
                : message.lines().findFirst().orElse("not readable as YAML");
    }

    /** The file would grow past a limit. */
    private static final class TooMuch extends RuntimeException {
        private final transient Place place;
        private final String what;

        TooMuch(Place place, String what) {
            super(what, null, false, false);
            this.place = place;
            this.what = what;
        }
    }
}
