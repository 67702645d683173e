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
        write(run, parts, here);
        if (run.sink.size() == before) {
            run.sink.cancelObject(mark);
            return false;
        }
        run.sink.endObject(name);
        return true;
    }

    /** Writes each of them where writing stands. */
    static void write(Run run, List<Part> parts, Frame here) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part instanceof ValuePart value) {
                value.write(run, here); // a call the JVM can bind: nearly all parts are values
            } else {
                part.write(run, here);
            }
        }
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
            if (part.isSpread() && value instanceof Map<?, ?> more) {
                more.forEach((key, one) -> members.putIfAbsent(String.valueOf(key), one));
            } else if (!(value instanceof Missing)) {
                members.put(part.name.written(), value);
            }
        }
        return members;
    }
}
