package io.linkspan.cli.back;

import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes days and times as the source had them. */
final class TimesBack {
    private static final String SEVERAL = "which of the formats it was";

    private TimesBack() {}

    static Undone ofDate(YamlNode argument) {
        String source = format(argument);
        if (source == null) {
            return Undone.NOTHING;
        }
        if (source.startsWith("epoch-")) {
            return Undone.by("dateTime: { in: iso, out: " + source + " }").losing("the time of day");
        }
        if (!isLetters(source)) {
            return Undone.impossible("days are not written as '" + source + "'");
        }
        String target = argument instanceof YamlMap map ? NumberBack.text(map, "out") : null;
        List<String> options = new ArrayList<>(List.of("in: " + (target == null ? "iso" : quoted(target))));
        options.add("out: " + quoted(source));
        if (argument instanceof YamlMap map && map.has("locale")) {
            options.add("locale: " + NumberBack.text(map, "locale"));
        }
        return Undone.by("date: { " + String.join(", ", options) + " }").losing(isSeveral(argument) ? SEVERAL : null);
    }

    static Undone ofTime(YamlNode argument) {
        String source = format(argument);
        String target = argument instanceof YamlMap map ? NumberBack.text(map, "out") : null;
        return source == null || source.equals("iso")
                ? Undone.NOTHING
                : Undone.by("time: { " + (target == null ? "" : "in: " + quoted(target) + ", ") + "out: "
                                + quoted(source) + " }")
                        .losing(isSeveral(argument) ? SEVERAL : null);
    }

    static Undone ofShift(YamlNode argument) {
        YamlMap map = argument instanceof YamlMap written ? written : null;
        String by = argument instanceof YamlText text ? text.text() : map == null ? null : NumberBack.text(map, "by");
        if (by == null || (map != null && map.has("to"))) {
            return Undone.impossible("many days are shifted to the same one");
        }
        String turned = by.startsWith("-") ? by.substring(1) : "-" + by;
        String zone = map == null ? null : NumberBack.text(map, "zone");
        return Undone.by("shift: " + (zone == null ? turned : "{ by: " + turned + ", zone: " + zone + " }"))
                .losing(by.matches(".*\\d[MY].*") && !by.contains("T") ? "days at the end of a month" : null);
    }

    static Undone ofDateTime(YamlNode argument, @Nullable String fileZone) {
        YamlMap map = argument instanceof YamlMap written ? written : null;
        if (map != null && map.has("timeFrom")) {
            return Undone.impossible("day and time are two values");
        }
        String source = format(argument);
        String zone = map != null && map.has("zone") ? NumberBack.text(map, "zone") : fileZone;
        if (source == null && zone == null) {
            return Undone.NOTHING.losing("the offset it was written with");
        }
        String target = map == null ? null : NumberBack.text(map, "out");
        List<String> options = new ArrayList<>();
        if (target != null && !target.equals("utc") && !target.equals("offset")) {
            options.add("in: " + (target.equals("local") ? "iso" : quoted(target)));
        }
        options.add("out: " + (source == null || source.equals("iso") ? "local" : quoted(source)));
        if (zone != null) {
            options.add("toZone: " + zone);
        }
        return Undone.by("dateTime: { " + String.join(", ", options) + " }")
                .losing(isSeveral(argument) ? SEVERAL : null);
    }

    /** How the source writes it, the first of several; null for ISO 8601 by default. */
    private static @Nullable String format(YamlNode argument) {
        YamlNode in = argument instanceof YamlMap map ? map.get("in") : argument;
        YamlNode first = in instanceof YamlList list && !list.items().isEmpty()
                ? list.items().getFirst()
                : in;
        return first instanceof YamlText text && !text.text().equals("true") ? text.text() : null;
    }

    private static boolean isSeveral(YamlNode argument) {
        YamlNode in = argument instanceof YamlMap map ? map.get("in") : argument;
        return in instanceof YamlList list && list.items().size() > 1;
    }

    private static boolean isLetters(String format) {
        return format.equals("iso") || format.contains("yy");
    }

    private static String quoted(String format) {
        return format.matches("[\\w-]+")
                ? format
                : "\"" + format.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
