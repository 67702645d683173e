package io.linkspan.flow;

import io.linkspan.flow.Flow.From;
import io.linkspan.flow.Flow.Retry;
import io.linkspan.flow.Flow.To;
import io.linkspan.mapping.Mapping;
import io.linkspan.system.Pull;
import io.linkspan.system.Push;
import io.linkspan.system.Removal;
import io.linkspan.system.TargetList;
import io.linkspan.system.answer.Beside;
import io.linkspan.yaml.DidYouMean;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the parts of one file together to a flow, where the file means to be one. */
final class FlowAssembly {
    private static final Duration LINGER = Duration.ofMillis(200);
    private static final int AT_ONCE = 20;
    private static final int PARTITIONS = 4;
    private static final Retry RETRY = new Retry(12, Duration.ofDays(3), Duration.ofSeconds(1), Duration.ofHours(1));

    private final SectionReader root;
    private final @Nullable YamlNode namespaces;
    private final @Nullable SectionReader from;
    private final @Nullable SectionReader pull;
    private final @Nullable SectionReader to;
    private final @Nullable Set<String> systems;
    private final Beside beside;
    private final Problems problems;
    private @Nullable Pull asked;

    FlowAssembly(SectionReader root, @Nullable YamlNode namespaces, @Nullable Set<String> systems, Problems problems) {
        this.root = root;
        this.namespaces = namespaces;
        this.systems = systems;
        this.problems = problems;
        this.beside = new Beside(root.paths("share"), root.flag("hrefs"), prefixes(namespaces));
        this.from = root.section("from");
        this.pull = from == null ? null : from.section("pull");
        this.to = root.section("to");
    }

    /** Where records stand in a file or an answer. */
    @Nullable
    String records() {
        String above = root.path("records");
        return above != null || pull == null ? above : pull.path("records");
    }

    /** What the file says of namespaces; the mapping's compiler tells what is wrong with them. */
    private static Map<String, String> prefixes(@Nullable YamlNode namespaces) {
        Map<String, String> prefixes = new HashMap<>();
        if (namespaces instanceof YamlNode.YamlMap map) {
            map.entries().forEach(entry -> {
                if (entry.value() instanceof YamlNode.YamlText uri) {
                    prefixes.put(entry.key(), uri.text());
                }
            });
        }
        return prefixes;
    }

    /** What the source is asked, once the flow was read; null where that is not known. */
    @Nullable
    Pull asked() {
        return asked;
    }

    /** What the records need from beside them. */
    Beside beside() {
        return beside;
    }

    /** The flow; null for a mapping only, or after an error. */
    @Nullable
    Flow flow(String name, String file, String hash, @Nullable Mapping mapping, Outline outline) {
        int partitions = root.count("partitions", PARTITIONS);
        Retry retry = retry();
        if (!meantToRun()) {
            return null;
        }
        need(root, List.of("flow", "from", "to"));
        From source = from();
        To target = to(outline.labels());
        if (source == null || target == null || mapping == null) {
            return null;
        }
        return new Flow(name, root.text("description", ""), file, hash, source, target, partitions, retry, mapping);
    }

    /** A file that only says where records stand and what the output looks like is a mapping to be tried out. */
    boolean meantToRun() {
        boolean pulls = (from != null && (from.has("system") || from.has("key")))
                || (pull != null && (pull.has("operation") || pull.has("request")));
        boolean pushes = to != null && (to.has("system") || to.has("upsert") || to.has("create") || to.has("batch"));
        return pulls || pushes;
    }

    private @Nullable From from() {
        if (from == null || pull == null) {
            return null;
        }
        need(from, List.of("system", "key"));
        need(pull, List.of("operation", "request"));
        String system = system(from);
        asked = new FromReader(problems, beside).pull(pull);
        Since since = SinceReader.read(pull);
        Duration every = FromReader.every(pull);
        RecordFacts facts =
                RecordFacts.compile(from, pull.section("since"), since, from.section("deleted"), namespaces, problems);
        Upkeep upkeep = new UpkeepReader(from, namespaces, beside, problems)
                .read(List.copyOf(pull.texts("leaveOut")), to != null && to.has("delete"));
        return system == null || asked == null || facts == null
                ? null
                : new From(system, asked, since, every, facts, upkeep);
    }

    private @Nullable To to(Collection<String> targets) {
        if (to == null) {
            return null;
        }
        need(to, List.of("system"));
        String system = system(to);
        ToReader reader = new ToReader(to, targets);
        Push push = reader.push();
        Removal delete = reader.delete();
        TargetList list = reader.list();
        SectionReader batch = to.section("batch");
        Duration linger = batch == null ? LINGER : batch.span("linger", LINGER);
        if (system == null || push == null) {
            return null;
        }
        Push.Batch many = push.batch();
        return new To(system, push, linger, many == null ? AT_ONCE : many.size(), delete, list);
    }

    private Retry retry() {
        SectionReader retry = root.section("retry");
        return retry == null
                ? RETRY
                : new Retry(
                        retry.count("attempts", RETRY.attempts()),
                        retry.span("maxAge", RETRY.maxAge()),
                        retry.span("first", RETRY.first()),
                        retry.span("longest", RETRY.longest()));
    }

    private @Nullable String system(SectionReader section) {
        String name = section.text("system");
        if (name != null && systems != null && !systems.contains(name)) {
            section.error(
                    "system",
                    "unknown-system",
                    "system '" + name + "' is not configured",
                    systems.isEmpty()
                            ? "set linkspan.systems." + name + ".url"
                            : DidYouMean.mend(name, systems) + "; or configure linkspan.systems." + name);
        }
        return name;
    }

    private static void need(SectionReader section, List<String> keys) {
        keys.stream().filter(key -> !section.has(key)).forEach(section::missing);
    }
}
