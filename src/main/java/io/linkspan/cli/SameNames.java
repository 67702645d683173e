package io.linkspan.cli;

import io.linkspan.flow.WrittenFlow;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two flows of one name would share queues and ledger rows. */
final class SameNames {
    private SameNames() {}

    static void refuse(List<WrittenFlow> files, Problems problems) {
        Map<String, WrittenFlow> holders = new HashMap<>();
        for (WrittenFlow file : files) {
            YamlNode name = file.root().get("flow");
            WrittenFlow holder = name == null ? null : holders.putIfAbsent(file.name(), file);
            if (name != null && holder != null) {
                Place place = name.place();
                problems.error(
                        place,
                        "name-taken",
                        "flow '" + file.name() + "' is also in " + holder.path(),
                        "give one of them another name");
            }
        }
    }
}
