package io.linkspan.deadletter;

import io.linkspan.record.Payload;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field in which two documents differ.
 *
 * @param field its path
 * @param before its value in the first, or null where it is not there
 * @param after its value in the second, or null where it is not there
 */
public record Difference(
        String field, @Nullable String before, @Nullable String after) {
    static List<Difference> between(Payload before, Flattened after) {
        return between(Flattened.of(before), after);
    }

    static List<Difference> between(Flattened before, Flattened after) {
        Map<String, String> old = before.values();
        Set<String> fields = new LinkedHashSet<>(old.keySet());
        fields.addAll(after.values().keySet());
        List<Difference> differences = new ArrayList<>();
        for (String field : fields) {
            String was = old.get(field);
            String is = after.values().get(field);
            if (!Objects.equals(was, is)) {
                differences.add(new Difference(field, was, is));
            }
        }
        return differences;
    }
}
