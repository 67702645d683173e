package io.linkspan.mapping.plan;

import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.write.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of an object, together. */
final class Members {
    private Members() {}

    /** Writes an object; false, and nothing written, where it would be empty. */
    static boolean write(Run run, Name name, List<Part> parts, Frame here) {
        long mark = run.sink.mark();
        run.sink.startObject(name);
        int before = run.sink.size();
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).write(run, here);
        }
        if (run.sink.size() == before) {
            run.sink.cancelObject(mark);
            return false;
        }
        run.sink.endObject(name);
        return true;
    }

    static void check(Run run, List<Check> checks) {
        for (Check check : checks) {
            check.apply(run);
        }
    }

    /** The object as a map, for expressions. */
    static Map<String, Object> value(Run run, List<Part> parts, Frame here) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Part part : parts) {
            Object value = part.value(run, here);
            if (!(value instanceof Missing)) {
                members.put(part.name.written(), value);
            }
        }
        return members;
    }
}
