package io.linkspan.mapping.plan;

import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.write.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of an object, together. */
final class Members {
    private final Part[] parts;

    Members(List<Part> parts) {
        this.parts = parts.toArray(Part[]::new);
    }

    List<Part> list() {
        return List.of(parts);
    }

    /** Writes an object; false, and nothing written, where it would be empty. */
    boolean write(Run run, Name name, Frame here) {
        long mark = run.sink.mark();
        run.sink.startObject(name);
        int before = run.sink.size();
        write(run, here);
        if (run.sink.size() == before) {
            run.sink.cancelObject(mark);
            return false;
        }
        run.sink.endObject(name);
        return true;
    }

    /** Writes each of them where writing stands. */
    void write(Run run, Frame here) {
        for (Part part : parts) {
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
    Map<String, Object> value(Run run, Frame here) {
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
