package io.linkspan.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects everything wrong in one reading, so that a person sees all of it at once. Not safe for several threads. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();
    private int errors;

    /** Notes an error: the file will be refused. */
    public void error(Place place, String code, String message, String mend) {
        add(new Problem(place, Problem.Severity.ERROR, code, message, mend));
    }

    /** Notes a warning: the file will be used. */
    public void warning(Place place, String code, String message, String mend) {
        add(new Problem(place, Problem.Severity.WARNING, code, message, mend));
    }

    /** Notes a problem found elsewhere; the same one twice counts once. */
    public void add(Problem problem) {
        errors += problem.severity() == Problem.Severity.ERROR ? 1 : 0;
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    /** Whether the file must be refused. */
    public boolean hasErrors() {
        return errors > 0;
    }

    /** How many errors were noted so far, a repeated one each time: whether a piece of work noted any. */
    public int errorsNoted() {
        return errors;
    }

    /** Everything found so far, in the order of the file. */
    public List<Problem> list() {
        return found.stream().sorted(Comparator.comparing(Problem::place)).toList();
    }
}
