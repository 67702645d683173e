package io.linkspan.mapping.path;

import io.linkspan.mapping.path.Path.About;
import io.linkspan.mapping.path.Path.Attribute;
import io.linkspan.mapping.path.Path.Elements;
import io.linkspan.mapping.path.Path.Fact;
import io.linkspan.mapping.path.Path.Held;
import io.linkspan.mapping.path.Path.Predicate;
import io.linkspan.mapping.path.Path.Start;
import io.linkspan.mapping.path.Path.Step;
import io.linkspan.yaml.DidYouMean;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the text of a source path. */
public final class PathParser {
    private final Cursor cursor;
    private final Namespaces namespaces;

    PathParser(Cursor cursor, Namespaces namespaces) {
        this.cursor = cursor;
        this.namespaces = namespaces;
    }

    /**
     * Reads a path.
     *
     * @return null after a problem, which stands at the very character of the path
     */
    public static @Nullable Path parse(YamlText written, Namespaces namespaces, Problems problems) {
        Cursor cursor = new Cursor(written.text());
        try {
            Path path = new PathParser(cursor, namespaces).whole();
            if (path.start() != Start.FIELD) {
                return path;
            }
            throw new BadPath(0, "'$' means something within [ ] only", "leave it out");
        } catch (BadPath bad) {
            problems.error(place(written, bad.at()), "bad-path", bad.what(), bad.mend());
            return null;
        }
    }

    private static Place place(YamlText written, int at) {
        Place start = written.place();
        boolean oneLine = written.text().indexOf('\n') < 0;
        int column = start.column() + (written.quoted() ? 1 : 0) + at;
        return oneLine ? new Place(start.file(), start.line(), column) : start;
    }

    private Path whole() throws BadPath {
        cursor.blanks();
        Path path = path();
        cursor.blanks();
        if (!cursor.atEnd()) {
            String before = cursor.since(0).strip();
            throw cursor.bad("'" + cursor.rest() + "' is not understood here", Habits.mend(before, cursor.rest()));
        }
        return path;
    }

    /** A path, as far as it goes. */
    Path path() throws BadPath {
        int from = cursor.position();
        if (cursor.take("followers()")) {
            return several(Start.FOLLOWERS, from);
        }
        if (cursor.take("trail()")) {
            return several(Start.TRAIL, from);
        }
        Start start = cursor.take("$") ? Start.FIELD : Start.HERE;
        if (start == Start.HERE && cursor.peek() == '/' && !cursor.looksAt("//")) {
            cursor.take("/");
            start = Start.RECORD;
        }
        int ups = 0;
        while (cursor.take("../")) {
            ups++;
        }
        if (cursor.looksAt("..")) {
            cursor.take("..");
            return new Path(start, ups + 1, List.of(), cursor.since(from));
        }
        return new Path(start, ups, steps(start), cursor.since(from));
    }

    /** A path that begins at several elements, which may be narrowed first. */
    private Path several(Start start, int from) throws BadPath {
        List<Step> steps = new ArrayList<>();
        if (cursor.looksAt("[")) {
            steps.add(new Path.Self(predicates()));
        }
        if (cursor.looksAt("//") || cursor.take("/")) {
            steps.addAll(steps(Start.HERE));
        }
        return new Path(start, 0, List.copyOf(steps), cursor.since(from));
    }

    private List<Step> steps(Start start) throws BadPath {
        List<Step> steps = new ArrayList<>();
        if (start == Start.RECORD && !cursor.atStepStart()) {
            return steps;
        }
        boolean deep = cursor.take("//");
        while (true) {
            Step step = step(deep);
            if (step instanceof Path.Self && !steps.isEmpty()) {
                throw cursor.bad(
                        "'.[ ]' stands at the start of a path only", "put the condition behind the name before");
            }
            if (step != null) {
                steps.add(step);
            }
            if (step instanceof Attribute || step instanceof About) {
                refuseMore();
                return List.copyOf(steps);
            }
            if (!cursor.looksAt("/")) {
                return List.copyOf(steps);
            }
            deep = cursor.take("//");
            if (!deep) {
                cursor.take("/");
            }
            if (cursor.take("**/")) {
                deep = true;
            }
        }
    }

    private void refuseMore() throws BadPath {
        if (cursor.looksAt("/") || cursor.looksAt("[")) {
            throw cursor.bad("nothing can follow an attribute or a function here", "end the path before it");
        }
    }

    /** One step; null for {@code .}. */
    private @Nullable Step step(boolean deep) throws BadPath {
        if (cursor.take("**/")) {
            return step(true);
        }
        if (cursor.take("@")) {
            return new Attribute(name());
        }
        if (cursor.looksAt("..")) {
            throw cursor.bad("'..' stands at the start of a path only", "begin at the element above");
        }
        if (!deep && cursor.take(".")) {
            return cursor.looksAt("[") ? new Path.Self(predicates()) : null;
        }
        Step function = function();
        return function != null ? function : new Elements(deep, name(), predicates());
    }

    private @Nullable Step function() throws BadPath {
        for (Fact fact : Fact.values()) {
            if (cursor.take(fact.written())) {
                return new About(fact);
            }
        }
        if (cursor.take("xml()")) {
            return new Held(Path.Document.XML, List.of());
        }
        if (cursor.take("json()")) {
            return new Held(Path.Document.JSON, List.of());
        }
        if (cursor.take("base64()")) {
            return new Held(new Path.Base64(), List.of());
        }
        return cursor.take("split(") ? split() : null;
    }

    private Step split() throws BadPath {
        int at = cursor.position();
        boolean quoted = cursor.peek() == '\'' || cursor.peek() == '"';
        String by = quoted ? cursor.quoted() : "";
        if (by.isEmpty() || !cursor.take(")")) {
            throw new BadPath(at, "split() needs what stands between the texts", "write split(';')");
        }
        return new Held(new Path.Split(by), predicates());
    }

    private NameTest name() throws BadPath {
        int at = cursor.position();
        if (cursor.take("*")) {
            return NameTest.ANY;
        }
        String first = cursor.name();
        if (!cursor.looksAt(":")) {
            return new NameTest(null, first);
        }
        cursor.take(":");
        String uri = namespaces.uri(first);
        if (cursor.looksAt(":")) {
            String mend = Habits.axis(first);
            throw new BadPath(at, "'" + first + "::' is not understood here", mend == null ? "" : mend);
        }
        if (uri == null) {
            throw new BadPath(
                    at,
                    "the prefix '" + first + "' is not declared",
                    "declare it under namespaces, or leave it out: names match in any namespace; "
                            + DidYouMean.mend(first, namespaces.prefixes()));
        }
        return new NameTest(uri, cursor.take("*") ? "*" : cursor.name());
    }

    private List<Predicate> predicates() throws BadPath {
        List<Predicate> predicates = new ArrayList<>();
        while (cursor.take("[")) {
            cursor.deeper();
            cursor.blanks();
            if (cursor.looksAt("]")) {
                throw cursor.bad("[ ] is empty", "leave it out: each takes all there are");
            }
            predicates.add(new ConditionParser(cursor, this).predicate());
            cursor.blanks();
            if (!cursor.take("]")) {
                throw cursor.bad("a ']' is missing", "");
            }
            cursor.higher();
        }
        return List.copyOf(predicates);
    }
}
