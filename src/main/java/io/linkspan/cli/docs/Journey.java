package io.linkspan.cli.docs;

import io.linkspan.flow.Flow;
import io.linkspan.system.Pull;
import io.linkspan.system.Push;
import io.linkspan.system.Push.Call;
import io.linkspan.system.Removal;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From where a flow's records come and where they go, in words. */
final class Journey {
    private final Flow flow;
    private final @Nullable YamlNode from;

    Journey(Flow flow, YamlMap root) {
        this.flow = flow;
        this.from = root.get("from");
    }

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        Pull pull = flow.from().pull();
        rows.add(List.of("From", "system " + Markdown.code(flow.from().system()) + ", " + asked(pull)));
        rows.add(List.of(
                "Records",
                Markdown.code(pull.records()) + ", every "
                        + said(flow.from().every()).replaceFirst("^1 (?=\\w+$)", "")));
        rows.add(List.of(
                "One record",
                "is known by its " + Markdown.code(written("key"))
                        + (written("version").isEmpty()
                                ? "; of two states the one read last counts"
                                : "; of two states the one with the later " + Markdown.code(written("version"))
                                        + " counts")));
        if (flow.from().since() != null) {
            rows.add(List.of(
                    "Only what changed",
                    "since the last pull, reaching back "
                            + said(flow.from().since().overlap())));
        }
        if (!pull.leaveOut().isEmpty()) {
            rows.add(List.of("Dropped at once", Markdown.code(String.join(", ", pull.leaveOut()))));
        }
        rows.add(List.of(
                "To",
                "system " + Markdown.code(flow.to().system()) + ", "
                        + calls(flow.to().push())));
        rows.add(List.of("Deleted at the source", deleted()));
        rows.add(List.of(
                "Given up",
                "after " + flow.retry().attempts() + " tries or "
                        + said(flow.retry().maxAge())));
        return rows;
    }

    private static String asked(Pull pull) {
        String detail = pull.detail() == null
                ? ""
                : ", then " + Markdown.code(pull.detail().operation()) + " for each";
        return "operation " + Markdown.code(pull.operation()) + detail;
    }

    private static String calls(Push push) {
        List<String> calls = new ArrayList<>();
        add(calls, push.batch() == null ? null : push.batch().request(), " up to " + size(push) + " at once");
        add(calls, push.upsert(), "");
        add(calls, push.lookup() == null ? null : push.lookup().request(), " to look up");
        add(calls, push.create(), " to create");
        add(calls, push.update(), " to update");
        return String.join(", ", calls);
    }

    private static int size(Push push) {
        return push.batch() == null ? 1 : push.batch().size();
    }

    private static void add(List<String> calls, @Nullable Call call, String purpose) {
        if (call != null) {
            calls.add(Markdown.code(call.method() + " " + call.path()) + purpose);
        }
    }

    private String written(String key) {
        return from instanceof YamlMap map && map.get(key) instanceof YamlText text ? text.text() : "";
    }

    private String deleted() {
        Removal delete = flow.to().delete();
        if (delete == null) {
            return "nothing happens at the target";
        }
        String call =
                Markdown.code(delete.request().method() + " " + delete.request().path());
        return call + (delete.deletes() ? " deletes it at the target" : " marks it at the target");
    }

    private static String said(Duration span) {
        List<String> words = new ArrayList<>();
        add(words, span.toDaysPart(), "day");
        add(words, span.toHoursPart(), "hour");
        add(words, span.toMinutesPart(), "minute");
        add(words, span.toSecondsPart(), "second");
        return words.isEmpty() ? "not at all" : String.join(" ", words);
    }

    private static void add(List<String> words, long count, String unit) {
        if (count > 0) {
            words.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}
